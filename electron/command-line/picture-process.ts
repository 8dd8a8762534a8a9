import { unreachable } from '../../shared/result.ts';
import { SEARCH_BUDGET_MS } from './limits.ts';
import type { PictureAnswer, PictureFile } from './picture-answer.ts';
import { readImage } from './read-image.ts';
import { readPdf } from './read-pdf.ts';

/** Entry of the reader process: one answer to each file sent by `createPictureReader`. */
process.on('message', (file: PictureFile) => {
  void answer(file).then((found) => process.send?.(found));
});

// Ends together with the program that started it, however that ended.
process.on('disconnect', () => process.exit());

async function answer(file: PictureFile): Promise<PictureAnswer> {
  const deadline = performance.now() + SEARCH_BUDGET_MS;
  switch (file.kind) {
    case 'png':
    case 'jpeg':
    case 'webp':
      return readImage(file.kind, file.bytes, deadline);
    case 'pdf':
      return readPdf(file.bytes, deadline);
    default:
      return unreachable(file.kind);
  }
}

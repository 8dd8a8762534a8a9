import { MAX_SCANNED_TEXT_LENGTH } from '../../shared/limits.ts';
import { failure, success } from '../../shared/result.ts';
import { MAX_TEXT_LINES } from './limits.ts';
import type { FoundCode, ReadFile } from './read-file.ts';
import { selectCodes } from './select-codes.ts';

/** Takes the scanned texts from a text file, one a line. */
export function readText(bytes: Uint8Array): ReadFile {
  const found: FoundCode[] = [];
  let line = 0;
  for (const text of linesOf(bytes)) {
    line += 1;
    if (line > MAX_TEXT_LINES) break;
    // Far above what any code holds, so cutting changes no verdict.
    const scanned = text.slice(0, MAX_SCANNED_TEXT_LENGTH);
    if (scanned.trim() !== '') found.push({ text: scanned, place: { line } });
  }
  const codes = selectCodes(found);
  if (codes.length === 0) return failure('no-code');
  return success({ codes, notices: line > MAX_TEXT_LINES ? ['not-all-looked-at'] : [] });
}

/** One after the other, so that a file of line ends only does not become millions of texts. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  const text = new TextDecoder().decode(bytes);
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end;
    yield text.slice(start, next);
    start = next + 1;
  }
}

import type { CodePlace } from '../../shared/ipc/intake-verbs.ts';
import { failure, success } from '../../shared/result.ts';
import { tellImageKind } from './file-kind.ts';
import { findCodes } from './find-codes.ts';
import { MAX_PAGES, PICTURE_BUDGET_MS } from './limits.ts';
import { locatePictures } from './ofd-pages.ts';
import type { FoundCode, ReadFile, Reading } from './read-file.ts';
import { decodeImage } from './read-image.ts';
import { selectCodes } from './select-codes.ts';
import { unpackOfd } from './unpack-ofd.ts';

/** Finds the codes on the pictures of an OFD file, page by page. */
export async function readOfd(bytes: Uint8Array, reading: Reading): Promise<ReadFile> {
  const unpacked = unpackOfd(bytes);
  if (!unpacked.ok) return unpacked;
  const { documents, pictures } = unpacked.value;
  const { count, pageOf } = locatePictures(documents);
  if (count > MAX_PAGES) return failure('too-many-pages');
  reading.stepped([]);
  // What stands on no page comes last.
  const order = (path: string) => pageOf.get(path) ?? MAX_PAGES + 1;
  const inOrder = [...pictures].sort(([a], [b]) => order(a) - order(b));
  const found: FoundCode[] = [];
  const search = { outOfTime: false, damaged: 0, looked: 0 };
  for (const [path, picture] of inOrder) {
    search.outOfTime = reading.clock() > reading.deadline;
    if (search.outOfTime) break;
    const page = pageOf.get(path);
    const codes = await codesOf(picture, page === undefined ? {} : { page }, reading);
    if (codes === 'damaged') search.damaged += 1;
    else if (codes !== 'no-picture') found.push(...codes);
    if (codes !== 'no-picture') search.looked += 1;
  }
  return answerOf(found, search);
}

async function codesOf(
  bytes: Uint8Array,
  place: CodePlace,
  reading: Reading,
): Promise<readonly FoundCode[] | 'damaged' | 'no-picture'> {
  const { drawing, clock, stepped } = reading;
  const kind = tellImageKind(bytes);
  if (kind === undefined) return 'no-picture';
  const picture = await decodeImage(kind, bytes, drawing);
  stepped([]);
  if (!picture.ok) return 'damaged';
  const deadline = Math.min(reading.deadline, clock() + PICTURE_BUDGET_MS);
  const bounds = { clock, deadline, stepped: () => stepped([]) };
  const seen = await findCodes(drawing, picture.value, bounds);
  drawing.release(picture.value);
  // The place on the picture is not the place on the page.
  const codes = seen.map(({ text }) => ({ text, place }));
  stepped(codes);
  return codes;
}

interface OfdSearch {
  readonly outOfTime: boolean;
  readonly damaged: number;
  readonly looked: number;
}

function answerOf(found: readonly FoundCode[], search: OfdSearch): ReadFile {
  const codes = selectCodes(found);
  if (codes.length === 0) {
    if (search.outOfTime) return failure('timed-out');
    return failure(search.damaged > 0 && search.damaged === search.looked ? 'damaged' : 'no-code');
  }
  return success({
    codes,
    notices: [
      ...(search.outOfTime ? (['not-all-looked-at'] as const) : []),
      ...(search.damaged > 0 ? (['parts-damaged'] as const) : []),
    ],
  });
}

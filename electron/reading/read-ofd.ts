import type { CodePlace } from '../../shared/ipc/intake-verbs.ts';
import { failure, success } from '../../shared/result.ts';
import type { Picture } from './drawing.ts';
import { type ImageKind, tellImageKind } from './file-kind.ts';
import { findCodes, findCodesQuickly, type SeenCode } from './find-codes.ts';
import { MAX_PAGES, MS_PER_PAGE, PICTURE_BUDGET_MS } from './limits.ts';
import { locatePictures } from './ofd-pages.ts';
import type { FoundCode, ReadFile, Reading } from './read-file.ts';
import { decodeImage } from './read-image.ts';
import { hasCertificate, selectCodes } from './select-codes.ts';
import { unpackOfd } from './unpack-ofd.ts';

/** A picture, and where it stands. */
interface PlacedPicture {
  readonly bytes: Uint8Array;
  readonly kind: ImageKind;
  readonly place: CodePlace;
}

/**
 * Finds the codes on the pictures of an OFD file, page by page: a quick look at every one, then, as
 * long as there is no certificate, a closer one.
 */
export async function readOfd(bytes: Uint8Array, reading: Reading): Promise<ReadFile> {
  const unpacked = unpackOfd(bytes);
  if (!unpacked.ok) return unpacked;
  const { documents, pictures } = unpacked.value;
  const { count, pageOf } = locatePictures(documents);
  if (count > MAX_PAGES) return failure('too-many-pages');
  reading.stepped([]);
  const placed = placePictures(pictures, pageOf);
  const search: OfdSearch = { found: [], damaged: new Set(), outOfTime: false };
  const looks = [lookQuickly, lookClosely];
  for (const look of looks) {
    const left = placed.filter((picture) => !search.damaged.has(picture));
    for (const picture of left) {
      if (look === lookClosely && hasCertificate(search.found)) break;
      const isOver = reading.budget.clock() > reading.budget.deadline();
      // A closer look is a second chance: running out of time there takes nothing away.
      if (look === lookQuickly) search.outOfTime = isOver;
      if (isOver) break;
      await lookAt(picture, { reading, search, look });
    }
  }
  return answerOf(search, placed.length);
}

/** In the order of pages; what stands on no page comes last. */
function placePictures(
  pictures: ReadonlyMap<string, Uint8Array>,
  pageOf: ReadonlyMap<string, number>,
): readonly PlacedPicture[] {
  const order = (path: string) => pageOf.get(path) ?? MAX_PAGES + 1;
  const inOrder = [...pictures].sort(([a], [b]) => order(a) - order(b));
  return inOrder.flatMap(([path, bytes]) => {
    const kind = tellImageKind(bytes);
    const page = pageOf.get(path);
    const place = page === undefined ? {} : { page };
    return kind === undefined ? [] : [{ bytes, kind, place }];
  });
}

type Look = (picture: Picture, reading: Reading) => Promise<readonly SeenCode[]>;

const lookQuickly: Look = (picture, { drawing }) => findCodesQuickly(drawing, picture);

const lookClosely: Look = (picture, { drawing, budget, stepped }) => {
  const deadline = Math.min(budget.deadline(), budget.clock() + PICTURE_BUDGET_MS);
  return findCodes(drawing, picture, { clock: budget.clock, deadline, stepped: () => stepped([]) });
};

interface LookParts {
  readonly reading: Reading;
  readonly search: OfdSearch;
  readonly look: Look;
}

async function lookAt(placed: PlacedPicture, { reading, search, look }: LookParts): Promise<void> {
  const { drawing, budget, stepped } = reading;
  const picture = await decodeImage(placed.kind, placed.bytes, drawing);
  stepped([]);
  if (!picture.ok) {
    search.damaged.add(placed);
    return;
  }
  const seen = await look(picture.value, reading);
  drawing.release(picture.value);
  budget.earn(MS_PER_PAGE);
  // The place on the picture is not the place on the page.
  const codes = seen.map(({ text }) => ({ text, place: placed.place }));
  search.found.push(...codes);
  stepped(codes);
}

interface OfdSearch {
  readonly found: FoundCode[];
  readonly damaged: Set<PlacedPicture>;
  outOfTime: boolean;
}

function answerOf({ found, damaged, outOfTime }: OfdSearch, pictures: number): ReadFile {
  const codes = selectCodes(found);
  if (codes.length === 0) {
    if (outOfTime) return failure('timed-out');
    return failure(damaged.size > 0 && damaged.size === pictures ? 'damaged' : 'no-code');
  }
  return success({
    codes,
    notices: [
      ...(outOfTime ? (['not-all-looked-at'] as const) : []),
      ...(damaged.size > 0 ? (['parts-damaged'] as const) : []),
    ],
  });
}

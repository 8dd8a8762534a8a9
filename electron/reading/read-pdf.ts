import type { FileNotice } from '../../shared/ipc/intake-verbs.ts';
import { failure, success } from '../../shared/result.ts';
import { looksLikeCertificate } from './certificate-text.ts';
import type { Canvas } from './drawing.ts';
import { findCodes, findCodesQuickly, type SeenCode } from './find-codes.ts';
import { MAX_PAGES, PICTURE_BUDGET_MS } from './limits.ts';
import { openPdf, type PdfPages } from './pdf-pages.ts';
import type { FoundCode, ReadFile, Reading } from './read-file.ts';
import { selectCodes } from './select-codes.ts';

// Codes on office documents are 2 cm and more: 150 dpi reads nearly all, 300 dpi what is left.
const FIRST_LOOK_DPI = 150;
const SECOND_LOOK_DPI = 300;

/** What the pages gave so far. */
interface Search {
  readonly pages: PdfPages;
  readonly reading: Reading;
  readonly found: FoundCode[];
  readonly withoutCertificate: number[];
  readonly unreadable: number[];
  outOfTime: boolean;
}

/**
 * Finds the codes on the pages of a PDF: a quick look at every page, then a closer one at those
 * that showed no certificate.
 */
export async function readPdf(bytes: Uint8Array, reading: Reading): Promise<ReadFile> {
  const opened = await openPdf(bytes, reading.drawing);
  if (!opened.ok) return opened;
  const pages = opened.value;
  if (pages.count > MAX_PAGES) return failure('too-many-pages');
  reading.stepped([]);
  const results = { found: [], withoutCertificate: [], unreadable: [], outOfTime: false };
  const search: Search = { pages, reading, ...results };
  await lookQuickly(search);
  if (!search.outOfTime) await lookClosely(search);
  await pages.close();
  return answerOf(search);
}

function answerOf(search: Search): ReadFile {
  const pageOf = ({ place }: FoundCode) => place.page ?? 0;
  const codes = selectCodes([...search.found].sort((a, b) => pageOf(a) - pageOf(b)));
  if (codes.length > 0) return success({ codes, notices: noticesOf(search) });
  if (search.unreadable.length === search.pages.count) return failure('damaged');
  return failure(search.outOfTime ? 'timed-out' : 'no-code');
}

async function lookQuickly(search: Search): Promise<void> {
  const { pages, reading } = search;
  for (const page of await inOrder(search)) {
    search.outOfTime = reading.clock() > reading.deadline;
    if (search.outOfTime) return;
    const canvas = await pages.draw(page, FIRST_LOOK_DPI);
    if (canvas === undefined) {
      search.unreadable.push(page);
      reading.stepped([]);
      continue;
    }
    const seen = await findCodesQuickly(reading.drawing, canvas);
    take(search, canvas, { seen, page });
    if (!seen.some(({ text }) => looksLikeCertificate(text))) search.withoutCertificate.push(page);
  }
}

/** Pages with pictures or lines first: a page of text can hold a code in a font, but hardly does. */
async function inOrder({ pages, reading }: Search): Promise<readonly number[]> {
  const drawn: number[] = [];
  const written: number[] = [];
  for (let page = 1; page <= pages.count; page++) {
    ((await pages.hasDrawings(page)) ? drawn : written).push(page);
    reading.stepped([]);
  }
  return [...drawn, ...written];
}

// A second chance, so running out of time here takes nothing away.
async function lookClosely(search: Search): Promise<void> {
  const { pages, reading } = search;
  const { drawing, clock, deadline, stepped } = reading;
  for (const page of search.withoutCertificate) {
    if (clock() > deadline) return;
    if (!(await pages.hasDrawings(page))) continue;
    const canvas = await pages.draw(page, SECOND_LOOK_DPI);
    stepped([]);
    if (canvas === undefined) continue;
    // Every art is only worth its time while the whole document shows no certificate.
    const isFound = search.found.some(({ text }) => looksLikeCertificate(text));
    const until = Math.min(deadline, clock() + PICTURE_BUDGET_MS);
    const bounds = { clock, deadline: until, stepped: () => stepped([]) };
    const seen = isFound
      ? await findCodesQuickly(drawing, canvas)
      : await findCodes(drawing, canvas, bounds);
    take(search, canvas, { seen, page });
  }
}

interface SeenOnPage {
  readonly seen: readonly SeenCode[];
  readonly page: number;
}

function take({ reading, found }: Search, canvas: Canvas, { seen, page }: SeenOnPage): void {
  reading.drawing.release(canvas);
  const codes = seen.map(({ text, box }) => ({ text, place: { page, box } }));
  found.push(...codes);
  reading.stepped(codes);
}

function noticesOf(search: Search): FileNotice[] {
  return [
    ...(search.outOfTime ? (['not-all-looked-at'] as const) : []),
    ...(search.unreadable.length > 0 ? (['parts-damaged'] as const) : []),
  ];
}

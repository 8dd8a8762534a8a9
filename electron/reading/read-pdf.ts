import type { FileNotice } from '../../shared/ipc/intake-verbs.ts';
import { failure, success } from '../../shared/result.ts';
import { looksLikeCertificate } from './certificate-text.ts';
import type { Canvas } from './drawing.ts';
import { findCodes, findCodesQuickly, type SeenCode } from './find-codes.ts';
import {
  MAX_PAGES,
  MS_PER_PAGE,
  MS_PER_SORTED_PAGE,
  PICTURE_BUDGET_MS,
  SCANNED_PAGE_BYTES,
} from './limits.ts';
import { nextTurn } from './next-turn.ts';
import { openPdf, type PdfPages } from './pdf-pages.ts';
import type { FoundCode, ReadFile, Reading } from './read-file.ts';
import { hasCertificate, selectCodes } from './select-codes.ts';

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
  const isScanned = bytes.length / pages.count > SCANNED_PAGE_BYTES;
  const { drawn, written } = isScanned ? allDrawn(pages) : await sortPages(search);
  await lookQuickly(search, drawn);
  // A page of text can hold a code in a font, but hardly does.
  if (!hasCertificate(search.found)) await lookQuickly(search, written);
  const closely = search.withoutCertificate.filter((page) => drawn.includes(page));
  if (!search.outOfTime) await lookClosely(search, closely);
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

/** Pages by what is on them; on blank ones there is nothing to look for. */
interface SortedPages {
  readonly drawn: readonly number[];
  readonly written: readonly number[];
}

function allDrawn({ count }: PdfPages): SortedPages {
  return { drawn: Array.from({ length: count }, (_, index) => index + 1), written: [] };
}

async function sortPages({ pages, reading }: Search): Promise<SortedPages> {
  const { budget, stepped } = reading;
  const drawn: number[] = [];
  const written: number[] = [];
  for (const page of allDrawn(pages).drawn) {
    // Left as they are when time is up; that is found out again at the first look.
    const content = budget.clock() > budget.deadline() ? 'drawn' : await pages.contentOf(page);
    if (content === 'drawn') drawn.push(page);
    if (content === 'written') written.push(page);
    budget.earn(MS_PER_SORTED_PAGE);
    stepped([]);
    await nextTurn();
  }
  return { drawn, written };
}

async function lookQuickly(search: Search, numbers: readonly number[]): Promise<void> {
  const { pages, reading } = search;
  const { budget, drawing, stepped } = reading;
  for (const page of numbers) {
    search.outOfTime ||= budget.clock() > budget.deadline();
    if (search.outOfTime) return;
    const canvas = await pages.draw(page, FIRST_LOOK_DPI);
    if (canvas === undefined) {
      search.unreadable.push(page);
      stepped([]);
      continue;
    }
    const seen = await findCodesQuickly(drawing, canvas);
    take(search, canvas, { seen, page });
    budget.earn(MS_PER_PAGE);
    if (!seen.some(({ text }) => looksLikeCertificate(text))) search.withoutCertificate.push(page);
  }
}

// A second chance, so running out of time here takes nothing away.
async function lookClosely(search: Search, numbers: readonly number[]): Promise<void> {
  const { pages, reading } = search;
  const { drawing, budget, stepped } = reading;
  const { clock } = budget;
  for (const page of numbers) {
    if (clock() > budget.deadline()) return;
    const canvas = await pages.draw(page, SECOND_LOOK_DPI);
    stepped([]);
    if (canvas === undefined) continue;
    // Every art is only worth its time while the whole document shows no certificate.
    const until = Math.min(budget.deadline(), clock() + PICTURE_BUDGET_MS);
    const bounds = { clock, deadline: until, stepped: () => stepped([]) };
    const seen = hasCertificate(search.found)
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

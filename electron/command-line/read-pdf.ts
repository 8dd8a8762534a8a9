import { failure, success } from '../../shared/result.ts';
import { findCodes, findCodesQuickly, looksLikeCertificate } from './find-codes.ts';
import { MAX_PDF_PAGES } from './limits.ts';
import { openPdf, type PdfPages } from './pdf-pages.ts';
import type { FoundCode, PictureAnswer } from './picture-answer.ts';
import { selectCodes } from './select-codes.ts';

// Codes on office documents are 2 cm and more: 150 dpi reads nearly all, 300 dpi what is left.
const FIRST_LOOK_DPI = 150;
const SECOND_LOOK_DPI = 300;

/** What the pages gave so far. */
interface Search {
  readonly found: FoundCode[];
  readonly withoutCertificate: number[];
  readonly unreadable: number[];
  outOfTime: boolean;
}

/**
 * Finds the codes on the pages of a PDF: a quick look at every page, then a closer one at those
 * that showed no certificate.
 * @param deadline moment of `performance.now()` after which no further page is looked at
 */
export async function readPdf(bytes: Uint8Array, deadline: number): Promise<PictureAnswer> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const pages = opened.value;
  const looked = Math.min(pages.count, MAX_PDF_PAGES);
  const search: Search = { found: [], withoutCertificate: [], unreadable: [], outOfTime: false };
  await lookQuickly(pages, search, deadline);
  if (!search.outOfTime) await lookClosely(pages, search, deadline);
  await pages.close();
  const codes = selectCodes([...search.found].sort((a, b) => (a.page ?? 0) - (b.page ?? 0)));
  if (codes.length > 0) return success({ codes, notices: noticesOf(search, pages.count) });
  if (search.unreadable.length === looked) {
    return failure({ code: 'damaged-file', message: 'no page of the PDF can be drawn' });
  }
  if (search.outOfTime) {
    return failure({ code: 'time-limit', message: 'the PDF takes too long to draw' });
  }
  const where = pages.count > looked ? `the first ${looked} pages` : 'the PDF';
  return failure({ code: 'no-code-found', message: `no QR code is to be seen in ${where}` });
}

async function lookQuickly(pages: PdfPages, search: Search, deadline: number): Promise<void> {
  for (let page = 1; page <= Math.min(pages.count, MAX_PDF_PAGES); page++) {
    search.outOfTime = performance.now() > deadline;
    if (search.outOfTime) return;
    const canvas = await pages.draw(page, FIRST_LOOK_DPI);
    if (canvas === undefined) {
      search.unreadable.push(page);
      continue;
    }
    const texts = await findCodesQuickly(canvas);
    search.found.push(...texts.map((text) => ({ text, page })));
    if (!texts.some(looksLikeCertificate)) search.withoutCertificate.push(page);
  }
}

// A second chance, so running out of time here takes nothing away.
async function lookClosely(pages: PdfPages, search: Search, deadline: number): Promise<void> {
  for (const page of search.withoutCertificate) {
    if (performance.now() > deadline) return;
    if (!(await pages.hasDrawings(page))) continue;
    const canvas = await pages.draw(page, SECOND_LOOK_DPI);
    if (canvas === undefined) continue;
    // Every art is only worth its time while the whole document shows no certificate.
    const found = search.found.some(({ text }) => looksLikeCertificate(text));
    const texts = found ? await findCodesQuickly(canvas) : await findCodes(canvas, deadline);
    search.found.push(...texts.map((text) => ({ text, page })));
  }
}

function noticesOf(search: Search, count: number): string[] {
  const notices: string[] = [];
  if (count > MAX_PDF_PAGES) {
    notices.push(`only the first ${MAX_PDF_PAGES} of ${count} pages were looked at`);
  }
  if (search.outOfTime)
    notices.push('not all pages were looked at: the PDF takes too long to draw');
  if (search.unreadable.length > 0) {
    notices.push(`these pages cannot be drawn: ${search.unreadable.join(', ')}`);
  }
  return notices;
}

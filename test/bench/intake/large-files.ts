import { createCanvas, loadImage, PDFDocument } from '@napi-rs/canvas';
import { qrModules, qrPng } from '../../../authority/qr-image.ts';
import { createRandom } from '../../../build/virtual-camera/seeded-random.ts';
import { type ScannedPage, writeScannedPdf } from '../../command-line/pdf-file.ts';
import { writeOfd } from '../../intake/ofd-file.ts';

/** A file as large as an office really has them, with a certificate that is hard to get at. */
export interface LargeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

// A4 at some resolution, with text, paper grain and, where asked for, a code of 30 mm.
const A4_INCHES = { width: 8.27, height: 11.69 } as const;
const CODE_INCHES = 30 / 25.4;

/** Files of every kind near the bounds; the code always stands last. */
export async function makeLargeFiles(text: string, seed: number): Promise<readonly LargeFile[]> {
  const random = createRandom(seed);
  const code = await loadImage(Buffer.from(qrPng(text, 8)));
  const scans = (count: number, dotsPerInch: number, colours: boolean): ScannedPage[] => {
    // A few different pages, so that making them takes no longer than reading them.
    const plain = Array.from({ length: 3 }, () => scan({ dotsPerInch, colours, random }));
    const last = scan({ dotsPerInch, colours, random, code });
    return Array.from({ length: count }, (_, index) =>
      index === count - 1 ? last : (plain[index % plain.length] ?? last),
    );
  };
  const photo = scan({ dotsPerInch: 700, colours: true, random, code });
  const ofdPages = scans(60, 150, false).map(({ jpeg }) => ({ pictures: [jpeg] }));
  return [
    { name: 'a photo of 47 megapixels', bytes: photo.jpeg },
    { name: '200 pages of text', bytes: textPdf(200, text) },
    { name: '200 grey scans of 150 dpi', bytes: writeScannedPdf(scans(200, 150, false)) },
    { name: '20 colour scans of 300 dpi', bytes: writeScannedPdf(scans(20, 300, true)) },
    { name: '200 blank pages and a code', bytes: textPdf(200, text, 0) },
    { name: 'an OFD of 60 scans of 150 dpi', bytes: writeOfd(ofdPages) },
  ];
}

type Picture = Awaited<ReturnType<typeof loadImage>>;

interface Scan {
  readonly dotsPerInch: number;
  readonly colours: boolean;
  readonly random: () => number;
  readonly code?: Picture;
}

function scan({ dotsPerInch, colours, random, code }: Scan): ScannedPage {
  const width = Math.round(A4_INCHES.width * dotsPerInch);
  const height = Math.round(A4_INCHES.height * dotsPerInch);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f1ea';
  context.fillRect(0, 0, width, height);
  context.scale(dotsPerInch, dotsPerInch);
  context.fillStyle = colours ? '#20304f' : '#2b2b2b';
  writeLines(context, { random, lines: colours ? 45 : 25, unit: 1 });
  if (code !== undefined) context.drawImage(code, 1, 9, CODE_INCHES, CODE_INCHES);
  const pixels = context.getImageData(0, 0, width, height);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const grain = (random() - 0.5) * (colours ? 5 : 2);
    for (const channel of [at, at + 1, at + 2]) {
      pixels.data[channel] = (pixels.data[channel] ?? 0) + grain;
    }
  }
  context.putImageData(pixels, 0, 0);
  return { jpeg: canvas.toBuffer('image/jpeg', colours ? 55 : 30), width, height };
}

interface Lines {
  readonly random: () => number;
  readonly lines: number;
  /** Units of the context to an inch. */
  readonly unit: number;
}

type Pen = Pick<
  ReturnType<PDFDocument['beginPage']>,
  'font' | 'fillStyle' | 'fillText' | 'fillRect'
>;

function writeLines(pen: Pen, { random, lines, unit }: Lines): void {
  pen.font = `${0.16 * unit}px sans-serif`;
  for (let line = 0; line < lines; line++) {
    const letters = Array.from({ length: 70 }, () => letter(random)).join('');
    pen.fillText(letters, 0.9 * unit, (1 + line * 0.2) * unit);
  }
}

function letter(random: () => number): string {
  const at = Math.floor(random() * 30);
  return at > 25 ? ' ' : String.fromCharCode(97 + at);
}

function drawCode(pen: Pen, text: string): void {
  const modules = qrModules(text);
  pen.fillStyle = '#fff';
  pen.fillRect(60, 638, CODE_INCHES * 72 + 24, CODE_INCHES * 72 + 24);
  pen.fillStyle = '#000';
  const side = (CODE_INCHES * 72) / modules.length;
  for (const [y, row] of modules.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (isDark) pen.fillRect(72 + x * side, 650 + y * side, side, side);
    }
  }
}

function textPdf(pages: number, text: string, lines = 45): Uint8Array {
  const random = createRandom(pages);
  const document = new PDFDocument({ compressionLevel: 6 });
  const [width, height] = [A4_INCHES.width * 72, A4_INCHES.height * 72];
  for (let page = 1; page <= pages; page++) {
    const pen = document.beginPage(width, height);
    pen.fillStyle = '#000';
    writeLines(pen, { random, lines, unit: 72 });
    if (page === pages) drawCode(pen, text);
    document.endPage();
  }
  return new Uint8Array(document.close());
}

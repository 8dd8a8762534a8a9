import { qrModules } from '../../authority/qr-image.ts';

/** One page of a PDF: codes drawn as rectangles, as an office program prints them. */
export interface PdfPage {
  readonly codes: readonly string[];
  /** Side of each code in millimetres. */
  readonly millimetres?: number;
  readonly rotate?: number;
  readonly mediaBox?: string;
}

const POINTS_PER_MM = 72 / 25.4;

// Standard security handler, revision 2, with a password nobody knows.
const ENCRYPT = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`;

/** Writes a minimal PDF whose codes are drawn. */
export function writePdf(pages: readonly PdfPage[], encrypted = false): Buffer {
  const kids = pages.map((_, index) => `${3 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    ...pages.flatMap((page, index) => [pageObject(page, 4 + 2 * index), contentObject(page)]),
  ];
  return writeObjects(objects, encrypted ? `/Encrypt ${ENCRYPT} /ID [<01> <01>]` : '');
}

/** A page as a scanner leaves it: a JPEG and its size in pixels. */
export interface ScannedPage {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Writes a PDF of scans, one a page, and of nothing else. */
export function writeScannedPdf(pages: readonly ScannedPage[]): Buffer {
  const kids = pages.map((_, index) => `${3 + 3 * index} 0 R`).join(' ');
  return writeObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    ...pages.flatMap(({ jpeg, width, height }, index) => {
      const resources = `<< /XObject << /Scan ${5 + 3 * index} 0 R >> >>`;
      const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${(595 * height) / width}] /Resources ${resources} /Contents ${4 + 3 * index} 0 R >>`,
        streamObject('', `595 0 0 ${(595 * height) / width} 0 0 cm /Scan Do`),
        streamObject(`${image} /BitsPerComponent 8 /Filter /DCTDecode`, jpeg.toString('latin1')),
      ];
    }),
  ]);
}

// With a correct cross-reference table. Source: ISO 32000-1 §7.5.
function writeObjects(objects: readonly string[], security = ''): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R ${security} >>\n`;
  return Buffer.from(`${file}${table}${trailer}startxref\n${file.length}\n%%EOF\n`, 'latin1');
}

function streamObject(dictionary: string, content: string): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function pageObject({ rotate = 0, mediaBox = '0 0 595 842' }: PdfPage, content: number): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Rotate ${rotate} /Resources << >> /Contents ${content} 0 R >>`;
}

function contentObject({ codes, millimetres = 30 }: PdfPage): string {
  const side = millimetres * POINTS_PER_MM;
  const drawn = codes.map((code, index) => drawCode(code, side, 60 + index * (side + 40)));
  return streamObject('', drawn.join('\n'));
}

function drawCode(text: string, side: number, left: number): string {
  const modules = qrModules(text);
  const size = side / modules.length;
  const squares = modules.flatMap((row, y) =>
    row.map((dark, x) => {
      const corner = [left + x * size, 700 - y * size];
      return dark ? `${corner.map((value) => value.toFixed(3)).join(' ')} ${size} ${size} re` : '';
    }),
  );
  return `${squares.filter((square) => square !== '').join('\n')}\nf`;
}

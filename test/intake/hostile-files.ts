import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { writePdf } from '../command-line/pdf-file.ts';
import { drawPicture, pngClaiming } from '../command-line/picture-file.ts';
import { writeOfd } from './ofd-file.ts';

/** A file made to hurt, and the reasons any of which is a fair answer. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly answers: readonly FileRefusal[];
}

/** Files of every kind that ask for far more than they give. */
export async function makeHostileFiles(): Promise<readonly HostileFile[]> {
  const picture = await drawPicture(['A'], 'image/png');
  const blank = new Uint8Array(40 * 1_048_576);
  const entries = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, index) => [`Doc_0/Res/${index}.png`, strToU8('x')]),
  );
  const file = (name: string, bytes: Uint8Array, ...answers: FileRefusal[]): HostileFile => ({
    ...{ name, bytes, answers },
  });
  return [
    file('a picture of 4 gigapixels in 200 bytes', pngClaiming(65_000, 65_000), 'too-many-pixels'),
    file('a picture of 100 megapixels', pngClaiming(10_000, 10_000), 'too-many-pixels'),
    file('a picture of one row', pngClaiming(20_001, 1), 'too-many-pixels'),
    file('a picture of 49 megapixels of nothing', blankPng(7_000, 7_000), 'no-code', 'timed-out'),
    file('a JPEG of ten thousand scans', manyScans(10_000), 'timed-out', 'damaged', 'no-code'),
    file('a PDF of ten thousand pages', pagesOf(10_000), 'too-many-pages', 'timed-out'),
    file('a PDF that claims a thousand million pages', claimedPages(), 'no-code', 'damaged'),
    file('a PDF whose pages contain themselves', selfContained(), 'damaged', 'no-code'),
    file('a PDF that draws for ever', endlessDrawing(), 'timed-out', 'no-code'),
    file('an OFD with 40 megabytes of zeros', withEntry(blank), 'unpacks-too-large'),
    file('an OFD of five thousand entries', writeOfd([], entries), 'unpacks-too-large'),
    file('an OFD that lies about a size', lyingSize(picture), 'damaged', 'no-code'),
    file(
      'an archive in an archive',
      zipSync({ 'a.zip': zipSync({ b: blank.subarray(0, 1_048_576) }) }),
      'archive',
    ),
    file('an OFD cut off', writeOfd([{ pictures: [picture] }]).subarray(0, 900), 'damaged'),
    file('a picture cut off', picture.subarray(0, 300), 'damaged'),
    file('a picture that is HEIC inside', strToU8('\0\0\0\x18ftypheic\0\0\0\0', true), 'heic'),
    file('nothing but zeros', new Uint8Array(1_048_576), 'not-a-picture'),
    file('a gigabyte of blank lines, cut short', strToU8('\n'.repeat(4_000_000)), 'no-code'),
  ];
}

function withEntry(bytes: Uint8Array): Uint8Array {
  return writeOfd([], { 'Doc_0/Res/blank.png': bytes });
}

/** Four bytes a pixel, and one before each row. */
function blankPng(width: number, height: number): Uint8Array {
  return pngClaiming(width, height, Buffer.alloc(height * (width * 4 + 1)));
}

/** Progressive JPEG (ITU-T T.81): every scan, however empty, is a walk over the whole picture. */
function manyScans(scans: number): Uint8Array {
  const segment = (marker: number, ...bytes: number[]) =>
    Buffer.from([0xff, marker, 0, bytes.length + 2, ...bytes]);
  const side = 5_000;
  const size = [side >> 8, side & 255];
  const counts = [1, ...new Array<number>(15).fill(0)];
  const scan = Buffer.concat([segment(0xda, 1, 1, 0, 1, 63, 0), Buffer.from([0x00])]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, 0, ...new Array<number>(64).fill(1)),
    segment(0xc2, 8, ...size, ...size, 1, 1, 0x11, 0),
    segment(0xc4, 0x00, ...counts, 0),
    segment(0xc4, 0x10, ...counts, 0),
    segment(0xda, 1, 1, 0, 0, 0, 0),
    Buffer.from([0x00]),
    ...new Array<Buffer>(scans).fill(scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function pagesOf(count: number): Uint8Array {
  return writePdf(Array.from({ length: count }, () => ({ codes: [] })));
}

function claimedPages(): Uint8Array {
  return replaced(writePdf([{ codes: [] }]), '/Count 1 ', '/Count 999999999 ');
}

function selfContained(): Uint8Array {
  return replaced(writePdf([{ codes: [] }]), '/Kids [3 0 R]', '/Kids [2 0 R]');
}

function replaced(pdf: Buffer, what: string, by: string): Uint8Array {
  return Buffer.from(pdf.toString('latin1').replace(what, by), 'latin1');
}

/** Some kilobytes that inflate to millions of strokes. */
function endlessDrawing(): Uint8Array {
  const strokes = deflateSync(Buffer.from('0 0 m 500 800 l S\n'.repeat(2_000_000)), { level: 2 });
  const content = strokes.toString('latin1');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>',
    `<< /Filter /FlateDecode /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  // Without a table of references readers look for the objects themselves.
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1');
}

/** The directory says eight bytes where there is a whole picture. */
function lyingSize(picture: Uint8Array): Uint8Array {
  const bytes = Buffer.from(writeOfd([{ pictures: [picture] }]));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(picture.length);
  for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 4)) {
    bytes.writeUInt32LE(8, at);
  }
  return bytes;
}

import { crc32, deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { qrPng } from '../../authority/qr-image.ts';

export interface PictureStyle {
  readonly width?: number;
  readonly height?: number;
  readonly ground?: string;
  readonly pixelsPerModule?: number;
  readonly degrees?: number;
}

/** A picture with the codes of some texts side by side on a grey ground. */
export async function drawPicture(
  texts: readonly string[],
  format: 'image/png' | 'image/jpeg' | 'image/webp',
  style: PictureStyle = {},
): Promise<Buffer> {
  const { width = 1_000 * Math.max(1, texts.length), height = 1_000, ground = '#bbb' } = style;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  for (const [index, text] of texts.entries()) {
    const code = await loadImage(Buffer.from(qrPng(text, style.pixelsPerModule ?? 6)));
    context.save();
    context.translate((width / texts.length) * (index + 0.5), height / 2);
    context.rotate(((style.degrees ?? 0) * Math.PI) / 180);
    context.drawImage(code, -code.width / 2, -code.height / 2);
    context.restore();
  }
  return format === 'image/png' ? canvas.toBuffer(format) : canvas.toBuffer(format, 80);
}

/** A few bytes that claim to be a PNG of any size, with eight bits for each colour and alpha. */
export function pngClaiming(width: number, height: number, rows = Buffer.alloc(64)): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows))];
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

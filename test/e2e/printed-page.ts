import { readFileSync } from 'node:fs';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { expect } from 'vitest';
import { createNodeDrawing } from '../../electron/reading/drawing-in-node.ts';
import { openPdf } from '../../electron/reading/pdf-pages.ts';
import type { Thumb } from './contact-sheet.ts';

const DOTS_PER_INCH = 110;
const EDGE = 2;

/** Waits for a PDF that is being saved, expects a single page in it, and draws that on grey. */
export async function pictureOfOnlyPage(file: string): Promise<Thumb> {
  const bytes = await wholeFile(file);
  const opened = await openPdf(bytes, createNodeDrawing());
  if (!opened.ok) throw new Error(`${file}: ${opened.failure}`);
  const pdf = opened.value;
  expect(pdf.count, `pages of ${file}`).toBe(1);
  const page = await pdf.draw(1, DOTS_PER_INCH);
  if (page === undefined) throw new Error(`${file} cannot be drawn`);
  const framed = createCanvas(page.width + 2 * EDGE, page.height + 2 * EDGE);
  const context = framed.getContext('2d');
  context.fillStyle = '#808080';
  context.fillRect(0, 0, framed.width, framed.height);
  context.drawImage((page.context as { canvas: Canvas }).canvas, EDGE, EDGE);
  await pdf.close();
  return { jpeg: framed.toBuffer('image/jpeg', 90) };
}

/** The program writes it while the test looks; its last line says that it is complete. */
async function wholeFile(file: string): Promise<Buffer> {
  const read = () => {
    try {
      return readFileSync(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
      throw error;
    }
  };
  await expect
    .poll(() => read().toString('latin1').trimEnd().endsWith('%%EOF'), { timeout: 15_000 })
    .toBe(true);
  return read();
}

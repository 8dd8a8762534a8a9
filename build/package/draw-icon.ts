import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';

/**
 * `node build/package/draw-icon.ts` draws the program's icon anew: the tick in a square frame that
 * stands for an open green channel, in the colours of that verdict.
 */
const SIDE = 512;
const INK = '#064F47';
const GROUND = '#DDF3EC';

const canvas = createCanvas(SIDE, SIDE);
const context = canvas.getContext('2d');

context.fillStyle = GROUND;
context.beginPath();
context.roundRect(16, 16, SIDE - 32, SIDE - 32, 88);
context.fill();

context.strokeStyle = INK;
context.lineJoin = 'miter';
context.lineWidth = 30;
context.strokeRect(112, 112, SIDE - 224, SIDE - 224);

context.lineWidth = 40;
context.lineCap = 'butt';
context.beginPath();
context.moveTo(180, 262);
context.lineTo(236, 318);
context.lineTo(338, 202);
context.stroke();

const file = join(import.meta.dirname, 'resources/icon.png');
await writeFile(file, await canvas.encode('png'));
process.stdout.write(`${file}\n`);

import { type Canvas, createCanvas } from '@napi-rs/canvas';

/** A hall's logo as an administrator has it: a sign on a transparent ground, 480 × 320. */
export function drawLogo(): Canvas {
  const canvas = createCanvas(480, 320);
  const context = canvas.getContext('2d');
  context.fillStyle = '#0a5f73';
  context.beginPath();
  context.moveTo(240, 16);
  context.lineTo(464, 136);
  context.lineTo(16, 136);
  context.fill();
  for (let column = 0; column < 4; column++) context.fillRect(56 + column * 104, 152, 56, 104);
  context.fillRect(16, 272, 448, 32);
  return canvas;
}

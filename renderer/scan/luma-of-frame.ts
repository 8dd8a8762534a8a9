import type { LumaImage } from './pipeline/luma-image.ts';

/** Formats that begin with the luma of every pixel (W3C WebCodecs §9.4). */
const LUMA_FIRST: readonly (string | null)[] = ['I420', 'I420A', 'I422', 'I444', 'NV12'];

/**
 * Takes the grey picture out of a camera's frame. Cameras deliver brightness apart from colour,
 * so this copies and calculates nothing; only a frame in another format goes over a canvas.
 */
export function createLumaSource(): (frame: VideoFrame) => Promise<LumaImage> {
  let memory = new Uint8Array(0);
  let canvas: OffscreenCanvas | undefined;
  return async (frame) => {
    if (!LUMA_FIRST.includes(frame.format)) {
      canvas ??= new OffscreenCanvas(1, 1);
      return drawn(frame, canvas);
    }
    const size = frame.allocationSize();
    if (memory.length < size) memory = new Uint8Array(size);
    const [plane] = await frame.copyTo(memory);
    const { width, height } = sizeOf(frame);
    return withoutGaps(memory, { width, height, ...(plane ?? { offset: 0, stride: width }) });
  };
}

function sizeOf(frame: VideoFrame): { readonly width: number; readonly height: number } {
  const { width, height } = frame.visibleRect ?? {
    width: frame.codedWidth,
    height: frame.codedHeight,
  };
  return { width, height };
}

interface Plane {
  readonly width: number;
  readonly height: number;
  readonly offset: number;
  readonly stride: number;
}

/** Some cameras pad their rows. */
function withoutGaps(memory: Uint8Array, { width, height, offset, stride }: Plane): LumaImage {
  if (stride === width) {
    return { width, height, luma: memory.subarray(offset, offset + width * height) };
  }
  const luma = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = offset + y * stride;
    luma.set(memory.subarray(from, from + width), y * width);
  }
  return { width, height, luma };
}

function drawn(frame: VideoFrame, canvas: OffscreenCanvas): LumaImage {
  const { width, height } = sizeOf(frame);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const luma = new Uint8Array(width * height);
  if (context === null) return { width, height, luma };
  context.drawImage(frame, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  for (let index = 0; index < luma.length; index += 1) {
    const from = 4 * index;
    const redAndGreen = 77 * (data[from] ?? 0) + 150 * (data[from + 1] ?? 0);
    luma[index] = (redAndGreen + 29 * (data[from + 2] ?? 0)) >> 8;
  }
  return { width, height, luma };
}

/**
 * Longest side in pixels handed to the engines. The first of them works on the main thread, and a
 * certificate's code held at 10 to 20 cm is large enough at this size.
 */
const MAX_SIDE = 1_280;

/** A frame of the video on a canvas that engines can read. */
export interface CapturedFrame {
  readonly canvas: HTMLCanvasElement;
  /** Width of the canvas over width of the video. */
  readonly scale: number;
  readonly pixels: () => ImageData;
}

/** Copies frames of a video onto one canvas that is used again and again. */
export function createFrameCanvas(): (video: HTMLVideoElement) => CapturedFrame | undefined {
  const canvas = document.createElement('canvas');
  // Frames are read back every time; without this hint each read would come from the graphics card.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    if (context === null || !(video.videoWidth > 0)) return undefined;
    const scale = Math.min(1, MAX_SIDE / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const pixels = () => context.getImageData(0, 0, canvas.width, canvas.height);
    return { canvas, scale, pixels };
  };
}

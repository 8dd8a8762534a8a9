import type { Point } from './outline.ts';

/** A code found in a frame. */
export interface FoundCode {
  readonly text: string;
  /** Corners in pixels of the picture, not mirrored; empty when the engine does not tell. */
  readonly corners: readonly Point[];
}

/** Finds a QR code in a picture. The engines behind it can be exchanged. */
export interface CodeReader {
  /** Reads the video's present frame; `undefined` when no code could be read in it. */
  decode(video: HTMLVideoElement): Promise<FoundCode | undefined>;
}

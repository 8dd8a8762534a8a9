import type { CropMargins } from '../../shared/ipc/camera-settings.ts';
import type { Point } from './outline.ts';
import type { NoPicture } from './pipeline/camera-health.ts';

/** A code found in a frame. */
export interface FoundCode {
  readonly text: string;
  /** Corners in pixels of the picture, not mirrored; empty when the engine does not tell. */
  readonly corners: readonly Point[];
}

/** What the worker is handed. */
export interface FrameQuestion {
  readonly frame: VideoFrame;
  readonly crop: CropMargins;
}

/** What is before the camera: nothing that moves, somebody, or something that looks like a code. */
export type InView = 'nothing' | 'movement' | 'code';

/** What a frame showed. */
export interface FrameReport {
  /** `false` for a frame that was let pass because nothing happens in view. */
  readonly wasRead: boolean;
  readonly found: FoundCode | undefined;
  /** Whether this frame is a picture: neither black nor the same as the one before. */
  readonly hasPicture: boolean;
  readonly inView: InView;
  /** What is wrong with the picture, once it has been wrong for a while. */
  readonly noPicture: NoPicture | undefined;
}

/** Finds QR codes in frames. The engines behind it can be exchanged. */
export interface CodeReader {
  /** Whether it can take a frame now; one that cannot be read at once is never kept. */
  readonly isFree: () => boolean;
  /** Reads a frame and closes it; `undefined` when reading failed and the next one should come. */
  readonly read: (frame: VideoFrame) => Promise<FrameReport | undefined>;
  readonly close: () => void;
}

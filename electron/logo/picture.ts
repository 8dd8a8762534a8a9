/**
 * A picture whose file was taken apart and put together again from the parts that hold the picture
 * alone. Its pixels are decoded by nobody but the page, in its sandbox: a decoder is the last thing
 * to hand a stranger's file to in a process that can do everything.
 */
export interface Picture {
  readonly type: 'png' | 'jpeg';
  readonly bytes: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why the bytes are no picture a page may be given. */
export type PictureFailure = 'logo-not-an-image' | 'logo-too-many-pixels' | 'logo-damaged';

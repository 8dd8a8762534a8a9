import { type FileHandle, open } from 'node:fs/promises';
import type { Rows } from './draw-held-phone.ts';
import type { Picture, PictureSize } from './picture.ts';

/**
 * An uncompressed video file (YUV4MPEG2) whose frames can be replaced while somebody plays it:
 * every frame has the same length, so a new one is written over the old one in place.
 */
export class Y4mFile {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #size: PictureSize;
  readonly #header: Buffer;

  private constructor(path: string, handle: FileHandle, video: Y4mVideo) {
    this.path = path;
    this.#handle = handle;
    this.#size = video;
    const { width, height, framesPerSecond } = video;
    this.#header = Buffer.from(
      `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420\n`,
    );
  }

  /** Creates the file, or empties one that is there. */
  static async create(path: string, video: Y4mVideo): Promise<Y4mFile> {
    const file = new Y4mFile(path, await open(path, 'w'), video);
    await file.#write(file.#header, 0);
    return file;
  }

  /** Writes a whole frame, its marker included. */
  async writeFrame(index: number, picture: Picture): Promise<void> {
    await this.#write(FRAME_MARKER, this.#frameStart(index) - FRAME_MARKER.length);
    await this.writeRows(index, picture, { from: 0, to: this.#size.height });
  }

  /** Writes some rows of a frame that is there already. */
  async writeRows(index: number, picture: Picture, { from, to }: Rows): Promise<void> {
    const { width, height } = this.#size;
    const luma = this.#frameStart(index);
    const blue = luma + width * height;
    const red = blue + (width * height) / 4;
    await this.#write(picture.luma.subarray(from * width, to * width), luma + from * width);
    // Half the rows of half the width: a quarter of the bytes.
    const start = (from * width) / 4;
    const end = (to * width) / 4;
    await this.#write(picture.blue.subarray(start, end), blue + start);
    await this.#write(picture.red.subarray(start, end), red + start);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** Position of the first luma byte. */
  #frameStart(index: number): number {
    const frameLength = FRAME_MARKER.length + (this.#size.width * this.#size.height * 3) / 2;
    return this.#header.length + index * frameLength + FRAME_MARKER.length;
  }

  async #write(bytes: Uint8Array, position: number): Promise<void> {
    await this.#handle.write(bytes, 0, bytes.length, position);
  }
}

/** What a Y4M file says about itself in its first line. */
export type Y4mVideo = PictureSize & { readonly framesPerSecond: number };

const FRAME_MARKER = Buffer.from('FRAME\n');

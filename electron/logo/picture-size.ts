/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * What the header of a PNG says (W3C PNG, third edition, section 11.2.1): its first chunk, behind a
 * signature of 8 bytes.
 * @returns `undefined` when the header is not whole
 */
export function pngSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return someSize(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
}

/**
 * What the frame of a JPEG says (ITU-T T.81, B.2.2), which stands behind segments of other kinds, each
 * with its length.
 * @returns `undefined` when there is no frame that browsers draw: baseline, extended or progressive
 */
export function jpegSize(bytes: Buffer): PictureSize | undefined {
  for (let offset = 2; offset + 9 <= bytes.length; ) {
    const marker = bytes.readUInt16BE(offset);
    if (marker >= 0xffc0 && marker <= 0xffc2) {
      return someSize(bytes.readUInt16BE(offset + 7), bytes.readUInt16BE(offset + 5));
    }
    if (marker < 0xffc0 || marker === 0xffff) return undefined;
    offset += 2 + bytes.readUInt16BE(offset + 2);
  }
  return undefined;
}

function someSize(width: number, height: number): PictureSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}

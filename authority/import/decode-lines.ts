import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** How the lines of a file are encoded; `auto` finds out line by line. */
export const ENCODINGS = ['auto', 'utf-8', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Texts of whole lines, `undefined` for one that is in no encoding we know. */
export type DecodeLines = (bytes: Uint8Array) => readonly (string | undefined)[];

const NEWLINE = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/**
 * Makes a decoder for the lines of one file. Both encodings keep ASCII, and no byte of a longer
 * character is a newline, so lines can be cut before they are decoded, and a file glued together
 * from exports of several systems is read line by line.
 */
export function openLineDecoder(encoding: Encoding): DecodeLines {
  let sawGb18030 = encoding === 'gb18030';
  const decodeLine = (bytes: Uint8Array): string | undefined => {
    const asUtf8 = encoding === 'gb18030' ? undefined : decodeOrNothing(utf8, bytes);
    if (encoding === 'utf-8') return asUtf8;
    if (asUtf8 !== undefined && !(sawGb18030 && isDoubtful(asUtf8))) return asUtf8;
    const asGb18030 = decodeOrNothing(gb18030, bytes);
    sawGb18030 ||= asGb18030 !== undefined;
    return asGb18030 ?? asUtf8;
  };
  return (bytes) => {
    // Nearly every file is plain UTF-8 throughout, and that is quick to see.
    if (!sawGb18030 && isUtf8(bytes)) return utf8.decode(bytes).split('\n');
    return cutLines(bytes).map(decodeLine);
  };
}

// Two Chinese characters of GB 18030 can look like letters of two bytes in UTF-8 (Latin to Arabic);
// text of Chinese offices has none of those, so in a file that has GB 18030 lines they are that.
function isDoubtful(text: string): boolean {
  return /[\u0080-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text);
}

function decodeOrNothing(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    // The decoder's only way to say that the bytes are not its encoding.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function cutLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  lines.push(bytes.subarray(start));
  return lines;
}

// Words of Latin letters stay whole; a Chinese line may break between any two characters.
const PIECES = /[^\s\p{Script=Han}\p{P}]+|\s+|./gu;
// Marks that may not open a line (GB/T 15834-2011 §5.1); they stay with the character before them.
const CLOSING = /^[，。、；：？！）》」』】”’,.;:?!)\]}%]/u;
// Marks that may not end one.
const OPENING = /[（《「『【“‘([{]$/u;

/** Breaks a text into lines no wider than `width`, by the measure of whoever draws it. */
export function wrapText(
  text: string,
  width: number,
  measure: (line: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, width, measure)) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function piecesOf(text: string, width: number, measure: (line: string) => number): string[] {
  const pieces: string[] = [];
  for (const [piece] of text.trim().matchAll(PIECES)) {
    const last = pieces.at(-1);
    if (last !== undefined && (CLOSING.test(piece) || OPENING.test(last)))
      pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  // A single word longer than a line has to be broken somewhere.
  return pieces.flatMap((piece) => (measure(piece) > width ? Array.from(piece) : [piece]));
}

/**
 * Text of a stranger made harmless for a terminal: control characters move the cursor or rename the
 * window, direction marks make a name read differently from what it is.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}

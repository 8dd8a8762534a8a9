const BREAK_HERE = '\u200B';

/**
 * Marks with `|` where a large Chinese line may break: between phrases, never inside a word.
 * Chromium breaks Chinese between any two characters, which tears words apart at headline size.
 */
export function phrases(text: string): string {
  return text.replaceAll('|', BREAK_HERE);
}

/** Keeps the last two words on one line: what stands alone on a last line should be more than a syllable. */
export function keepEndTogether(text: string): string {
  return text.replace(/ (?=[^ ]+$)/, '\u00A0');
}

/** A piece holds the page up for some ten milliseconds; in between it goes on with everything else. */
const PAUSE_MS = 50;

/**
 * Loads the page's fonts before they are needed, one piece after the other. The Chinese font comes in about
 * a hundred pieces: a company's name with a rare character would otherwise change its look while it is
 * read. The pieces of usual words are loaded before ({@link loadFontsOf}).
 *
 * @param pause waits until the next piece may come
 */
export async function loadAllFonts(
  fonts: Iterable<Pick<FontFace, 'status' | 'load'>>,
  pause = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS)),
): Promise<void> {
  for (const font of fonts) {
    if (font.status === 'loaded') continue;
    // A piece that cannot be read leaves its characters to a font of the system.
    await font.load().catch(() => undefined);
    await pause();
  }
}

/**
 * Loads those pieces of the fonts that some words are written with.
 *
 * @param family as in a style sheet
 */
export async function loadFontsOf(
  words: string,
  { fonts, family }: { readonly fonts: FontFaceSet; readonly family: string },
): Promise<void> {
  await fonts.load(`1em ${family}`, words).catch(() => undefined);
}

/**
 * Loads the page's fonts before they are needed, one piece after the other so that the picture of the
 * camera goes on. The Chinese font comes in about a hundred pieces; the first answer would otherwise
 * wait for those it is written with, and a company's name would change its look while it is read.
 */
export async function loadFonts(fonts: Iterable<Pick<FontFace, 'load'>>): Promise<void> {
  for (const font of fonts) {
    // A piece that cannot be read leaves its characters to a font of the system.
    await font.load().catch(() => undefined);
  }
}

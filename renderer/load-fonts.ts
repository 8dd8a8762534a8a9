/**
 * Loads the fonts of the style sheets before they are needed, one after the other so that the picture of
 * the camera goes on. The first answer would otherwise wait for those it is written with, and a code
 * would change its look while it is read. The Chinese font is there before (chinese-font.ts).
 */
export async function loadFonts(fonts: Iterable<Pick<FontFace, 'load'>>): Promise<void> {
  for (const font of fonts) {
    // One that cannot be read leaves its characters to a font of the system.
    await font.load().catch(() => undefined);
  }
}

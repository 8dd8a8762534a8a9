import { CHINESE_FONT_FILE, decodeFontPack } from '../shared/font-pack.ts';

/** The name by which styles/tokens.css calls it. */
const FAMILY = 'Noto Sans SC Variable';
const WEIGHTS = '100 900';

/**
 * Adds the Chinese font to a page, whole and before anything is drawn. Piece by piece and by style sheet
 * each would be a request of its own, and each that arrives has the page laid out and drawn anew: twice
 * the processor time of reading them all, in which the first visitor is already standing there.
 *
 * @param fonts those of the page
 */
export async function loadChineseFont(fonts: FontFaceSet): Promise<void> {
  // Without its file the page is written in a font of the system.
  const answer = await fetch(`/assets/${CHINESE_FONT_FILE}`).catch(() => undefined);
  if (answer?.ok !== true) return;
  for (const { unicodeRange, bytes } of decodeFontPack(await answer.arrayBuffer())) {
    // A piece that cannot be read leaves its characters to a font of the system, too.
    fonts.add(new FontFace(FAMILY, bytes, { weight: WEIGHTS, unicodeRange }));
  }
}

import { CHINESE_FONT_FILE, decodeFontPack, type FontPiece } from '../shared/font-pack.ts';

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
export async function loadChineseFont(fonts: Pick<FontFaceSet, 'add'>): Promise<void> {
  // Without its file, or with a damaged one, the page is written in a font of the system.
  for (const { unicodeRange, bytes } of await readPieces().catch(() => [])) {
    // A piece that cannot be read leaves its characters to one, too.
    fonts.add(new FontFace(FAMILY, bytes, { weight: WEIGHTS, unicodeRange }));
  }
}

async function readPieces(): Promise<readonly FontPiece[]> {
  const answer = await fetch(`/assets/${CHINESE_FONT_FILE}`);
  return answer.ok ? decodeFontPack(await answer.arrayBuffer()) : [];
}

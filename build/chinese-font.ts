import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { CHINESE_FONT_FILE, encodeFontPack, type FontPiece } from '../shared/font-pack.ts';

const STYLE_SHEET = '@fontsource-variable/noto-sans-sc/wght.css';

const FONT_FACE = /url\(([^)]+)\)[^}]*unicode-range: ([^;]+);/g;

/** Puts the Chinese font beside the page that is built, all of its pieces in one file. */
export function chineseFont(): Plugin {
  return {
    name: 'chinese-font',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      const source = encodeFontPack(readChineseFont());
      this.emitFile({ type: 'asset', fileName: `assets/${CHINESE_FONT_FILE}`, source });
    },
  };
}

/**
 * The pieces of Noto Sans SC (OFL 1.1), in the order of its style sheet: some hold characters of others
 * besides, without an outline, and the last one that names a character is in charge of it.
 */
export function readChineseFont(): readonly FontPiece[] {
  const styleSheet = createRequire(import.meta.url).resolve(STYLE_SHEET);
  const faces = readFileSync(styleSheet, 'utf8').matchAll(FONT_FACE);
  return Array.from(faces, ([, file = '', unicodeRange = '']) => ({
    unicodeRange,
    bytes: readFileSync(join(dirname(styleSheet), file)),
  }));
}

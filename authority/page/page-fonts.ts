import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts, type PDFDocument } from '@napi-rs/canvas';

/** What draws on a page. */
export type PageContext = ReturnType<PDFDocument['beginPage']>;

/** How a piece of text looks. Sizes are in points. */
export interface TextStyle {
  readonly face: 'text' | 'code';
  readonly size: number;
  /** Of the text face; codes have one weight. */
  readonly weight: 'regular' | 'bold';
  readonly colour: string;
}

/** A piece of text and the font family that holds all of its characters. */
export interface TextRun {
  readonly text: string;
  readonly font: string;
  /** Axes of a variable font. */
  readonly variation: string;
}

type Weight = TextStyle['weight'];

/** Folders of the package `noto-sans-sc`: Noto Sans SC (OFL 1.1), a static font for each weight. */
const TEXT_WEIGHTS = { regular: 'noto_sans_sc_regular', bold: 'noto_sans_sc_bold' } as const;
const WEIGHT_AXIS = { regular: 400, bold: 600 } as const;
const CODE_FAMILY = 'page-code';
const FALLBACK_FAMILY = 'page-fallback';

// These are made of parts that the PDF writer leaves out (seen on all 15,372 characters, skia m156):
// they would be blank. The variable font's are whole; it goes in as outlines, not as a font.
const DRAWN_BLANK = '燊；！≤≥';

// Each weight comes in about a hundred files, each with its part of the characters. Some hold
// others besides, without an outline: only the style sheet tells who is in charge of one.
const FONT_FACE = /url\(([^)]+)\)[^}]*unicode-range: ([^;]+);/g;

let familiesByCharacter: Readonly<Record<Weight, ReadonlyMap<number, string>>> | undefined;

/** Makes what is drawn next stand where the font puts it, and `fi` two letters that can be searched. */
export function prepareText(context: PageContext): void {
  context.textRendering = 'geometricPrecision';
  context.letterSpacing = '0.01px';
}

/** Splits a text into runs of one font each. Throws for a character that the fonts do not have. */
export function textRuns(text: string, { face, size, weight }: TextStyle): readonly TextRun[] {
  familiesByCharacter ??= registerFonts();
  if (face === 'code') return [{ text, font: `${size}px ${CODE_FAMILY}`, variation: 'normal' }];
  const families = familiesByCharacter[weight];
  const runs: { text: string; readonly font: string; readonly variation: string }[] = [];
  for (const character of text) {
    const font = `${size}px ${families.get(character.codePointAt(0) ?? 0) ?? missing(character)}`;
    const last = runs.at(-1);
    // A space looks alike everywhere; it need not part two Chinese words.
    if (last !== undefined && (last.font === font || character === ' ')) last.text += character;
    else runs.push({ text: character, font, variation: variationOf(font, weight) });
  }
  return runs;
}

function variationOf(font: string, weight: Weight): string {
  return font.endsWith(FALLBACK_FAMILY) ? `"wght" ${WEIGHT_AXIS[weight]}` : 'normal';
}

function missing(character: string): never {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  throw new Error(`the page's fonts have no "${character}" (U+${code})`);
}

function registerFonts(): Readonly<Record<Weight, ReadonlyMap<number, string>>> {
  const codes = join(folderOf('@fontsource/jetbrains-mono'), 'files');
  const codeFont = 'jetbrains-mono-latin-400-normal.woff2';
  GlobalFonts.register(readFileSync(join(codes, codeFont)), CODE_FAMILY);
  return { regular: registerWeight('regular'), bold: registerWeight('bold') };
}

function registerWeight(weight: Weight): ReadonlyMap<number, string> {
  const families = new Map<number, string>();
  const folder = join(folderOf('noto-sans-sc'), TEXT_WEIGHTS[weight]);
  for (const { file, characters } of fontFaces(join(folder, 'css.css'))) {
    const family = `page-${weight}-${families.size}`;
    GlobalFonts.register(readFileSync(file), family);
    // The last one that names a character has it, as in a browser.
    for (const character of characters) families.set(character, family);
  }
  const blank = Array.from(DRAWN_BLANK, (character) => character.codePointAt(0) ?? 0);
  const whole = join(folderOf('@fontsource-variable/noto-sans-sc'), 'wght.css');
  for (const { file, characters } of fontFaces(whole)) {
    const wanted = blank.filter((character) => characters.includes(character));
    if (wanted.length === 0) continue;
    const family = `${wanted.join('-')}-${FALLBACK_FAMILY}`;
    GlobalFonts.register(readFileSync(file), family);
    for (const character of wanted) families.set(character, family);
  }
  return families;
}

function fontFaces(styleSheet: string): { file: string; characters: readonly number[] }[] {
  const faces = readFileSync(styleSheet, 'utf8').matchAll(FONT_FACE);
  return Array.from(faces, ([, file = '', ranges = '']) => ({
    file: join(dirname(styleSheet), file),
    characters: charactersOf(ranges),
  }));
}

function charactersOf(ranges: string): number[] {
  return ranges.split(',').flatMap((range) => {
    const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
    const start = Number.parseInt(first, 16);
    const length = Number.parseInt(last, 16) - start + 1;
    return Array.from({ length }, (_, offset) => start + offset);
  });
}

function folderOf(packageName: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
}

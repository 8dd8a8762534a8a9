import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Encoding } from '../../authority/import/decode-lines.ts';
import type { ImportFinding } from '../../authority/import/findings-file.ts';
import { type ImportReport, importFiles } from '../../authority/import/import-files.ts';
import type { Format } from '../../authority/import/read-table.ts';
import type { OfficeStore } from '../../authority/store/office-store.ts';
import { openOfficeStore } from '../../authority/store/open-store.ts';

export const work = mkdtempSync(join(tmpdir(), 'import-test-'));

export const GOOD = '91310114DEM10RGR32';
export const OTHER = '91310114DEM2B86H7A';
export const COMPANY_HEADING = 'code,name,division,registered';
export const RECORD_HEADING =
  'code,number,kind,severity,authority,date,corrected,repaired,list,from,until';
/** Enough for records to be about somebody. */
export const COMPANIES = `${COMPANY_HEADING}\n${GOOD},上海云杉样例有限公司,310114,2010-05-01\n`;

export interface Imported {
  readonly report: ImportReport;
  readonly findings: readonly ImportFinding[];
  readonly store: OfficeStore;
}

let offices = 0;

/** Imports two texts into a new office, or into the one given. */
export async function importTexts(
  texts: { readonly companies?: string | Uint8Array; readonly records?: string | Uint8Array },
  options: {
    readonly format?: Format;
    readonly encoding?: Encoding;
    readonly store?: OfficeStore;
  } = {},
): Promise<Imported> {
  const folder = join(work, `office-${++offices}`);
  const store = options.store ?? (await openOfficeStore(folder));
  const [companies, records] = [`${folder}-companies`, `${folder}-records`];
  writeFileSync(companies, texts.companies ?? COMPANIES);
  writeFileSync(records, texts.records ?? `${RECORD_HEADING}\n`);
  const findings: ImportFinding[] = [];
  const { format = 'csv', encoding = 'auto' } = options;
  const cause = { who: 'tester', at: 1_793_000_000, why: '' };
  const files = { companies, records, format, encoding, cause };
  const report = await importFiles(store, {
    ...files,
    onFinding: (finding) => findings.push(finding),
  });
  return { report, findings, store };
}

/** `file:line reason` of each finding, in order of lines. */
export function brief(findings: readonly ImportFinding[]): string[] {
  return [...findings]
    .sort((left, right) => left.line - right.line)
    .map(({ file, line, reason }) => `${file}:${line} ${reason}`);
}

/** Text as GB 18030, for the few characters the tests need: Node only decodes it. */
export function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text)
    bytes.push(...(GB_BYTES.get(character) ?? [character.charCodeAt(0)]));
  return Uint8Array.from(bytes);
}

const GB_BYTES = twoByteTable();

// Every two-byte code, turned round.
function twoByteTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0xb0; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return table;
}

export function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

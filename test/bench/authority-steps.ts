import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cost, runMeasured, startCost, sumOfCosts } from './authority-process.ts';

/** The work of an office, in its order; each line is measured by itself. */
export const STEPS = [
  ...(['generate', 'import', 'rate', 'rate again', 'issue', 'publish'] as const),
  ...(['rate a year later', 'publish what ended'] as const),
];
export type Step = (typeof STEPS)[number];
export type Costs = ReadonlyMap<Step, Cost>;

/** Of the invented register; the same figures come out of the same seed. */
const SEED = 7;
const GRADES = ['A+', 'A', 'B', 'C', 'D'];

/** A command that is measured; a step may have several. */
interface Piece {
  readonly step: Step | 'start';
  readonly run: () => Cost;
}

interface MeasuredPiece {
  readonly step: Piece['step'];
  readonly cost: Cost;
}

/**
 * Measures an office from an empty folder to the end of its work, and keeps what it measured there:
 * a call on the same folder goes on after the last piece that was measured.
 * @param atOnce pieces a call measures; the answer is undefined when some are left
 */
export function measureOffice(
  folder: string,
  companies: number,
  atOnce = Number.POSITIVE_INFINITY,
): Costs | undefined {
  mkdirSync(folder, { recursive: true });
  const book = join(folder, 'measured.json');
  const measured: MeasuredPiece[] = existsSync(book) ? JSON.parse(readFileSync(book, 'utf8')) : [];
  const pieces = piecesOf(join(folder, 'office'), companies);
  for (const { step, run } of pieces.slice(measured.length).slice(0, atOnce)) {
    measured.push({ step, cost: run() });
    writeFileSync(book, JSON.stringify(measured, undefined, 1));
    console.log(`(${companies} companies, ${step}: ${JSON.stringify(measured.at(-1)?.cost)})`);
  }
  return measured.length === pieces.length ? costsOf(measured) : undefined;
}

function piecesOf(office: string, companies: number): readonly Piece[] {
  const piece = (step: Step, name: string, ...args: readonly string[]): Piece => ({
    step,
    run: () => runMeasured([name, office, ...args]),
  });
  const register = ['--companies', String(companies), '--seed', String(SEED)];
  const files = [
    ...['--companies', join(office, 'companies.csv')],
    ...['--records', join(office, 'records.csv')],
  ];
  return [
    { step: 'start', run: () => makeOffice(office) },
    piece('generate', 'generate', ...register, '--as-of', '2026-11-01'),
    piece('import', 'import', ...files),
    piece('rate', 'rate', '--as-of', '2026-11-01'),
    piece('rate again', 'rate', '--as-of', '2026-11-01'),
    ...GRADES.map((grade) => piece('issue', 'issue', '--grade', grade)),
    piece('publish', 'publish'),
    piece('rate a year later', 'rate', '--as-of', '2027-11-01'),
    piece('publish what ended', 'publish'),
  ];
}

function makeOffice(office: string): Cost {
  runMeasured(['init', office, '--suite', 'Ed25519', '--domain', 'demo']);
  return startCost();
}

function costsOf(measured: readonly MeasuredPiece[]): Costs {
  const [start] = measured;
  if (start?.step !== 'start') throw new Error('the first piece is the start of the program');
  return new Map(
    STEPS.map((step) => {
      const costs = measured.filter((piece) => piece.step === step).map(({ cost }) => cost);
      return [step, sumOfCosts(costs, start.cost)];
    }),
  );
}

import { unreachable } from '../../shared/result.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { EXIT_INTERNAL_ERROR, EXIT_USAGE, exitStatusOf } from './exit-status.ts';
import type { JudgedItem } from './judged-item.ts';
import { openTrust } from './open-trust.ts';
import { parseOptions, USAGE, type VerifyOptions } from './options.ts';
import { createPictureReader } from './picture-reader.ts';
import { printable } from './printable.ts';
import { readInput } from './read-input.ts';
import type { ReadItem } from './read-item.ts';
import { writeJson } from './write-json.ts';
import { createOutput } from './write-output.ts';
import { writeWords } from './write-words.ts';

/** The command-line verifier: the kiosk's pipeline for scripts, banks and tests (SPEC §8). */

type Judge = (item: ReadItem) => JudgedItem;

const print = createOutput(process.stdout);
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  return EXIT_INTERNAL_ERROR;
});

async function run(args: readonly string[]): Promise<number> {
  const command = parseOptions(args);
  if (!command.ok) return refuseUsage(command.failure);
  switch (command.value.kind) {
    case 'help':
      await print(USAGE);
      return 0;
    case 'verify':
      return verify(command.value.options);
    default:
      return unreachable(command.value);
  }
}

async function verify(options: VerifyOptions): Promise<number> {
  const now = () => options.at ?? systemClock.now();
  const trust = await openTrust({ folder: options.trust, root: options.root, now: now(), notice });
  const hall = options.hall === undefined ? {} : { id: options.hall };
  const judge: Judge = (item) => {
    const text = item.kind === 'text' ? item.text : '';
    const verdict = checkScan(text, trust, now(), hall);
    const { source } = item;
    return item.kind === 'text' ? { source, verdict } : { source, verdict, error: item.error };
  };
  return judgeInputs(options, judge);
}

async function judgeInputs({ inputs, json }: VerifyOptions, judge: Judge): Promise<number> {
  const pictures = createPictureReader();
  const parts = { standardInput: process.stdin, pictures, notice };
  const colours = process.stdout.isTTY && process.stdout.hasColors();
  let status = 0;
  try {
    for (const [index, text] of inputs.entries()) {
      for await (const item of readInput({ text, position: index + 1 }, parts)) {
        const judged = judge(item);
        status = Math.max(status, exitStatusOf(judged.verdict.outcome));
        await print(json ? writeJson(judged) : writeWords(judged, colours));
      }
    }
  } finally {
    pictures.close();
  }
  return status;
}

function notice(sentence: string): void {
  process.stderr.write(`verify: ${printable(sentence)}\n`);
}

function refuseUsage(why: string): number {
  notice(why);
  process.stderr.write('Try verify --help.\n');
  return EXIT_USAGE;
}

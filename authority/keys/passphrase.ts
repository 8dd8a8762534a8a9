import { readFileSync } from 'node:fs';
import { askHidden } from './hidden-prompt.ts';

/**
 * Gives the passphrase of a key when it is needed, and not before. Throws when there is none.
 * @param wrong what was tried for this key in vain; the same answer again means "no other known"
 */
export type Passphrase = (keyName: string, wrong?: readonly string[]) => string;

/** Where a passphrase may come from; the first that is given counts. */
export interface PassphraseSources {
  /** Option `--passphrase-file`: a file whose first line it is. */
  readonly file?: string | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Environment variables for machines without a person in front of them. */
export const PASSPHRASE_VARIABLE = 'AUTHORITY_PASSPHRASE';
export const PASSPHRASE_FILE_VARIABLE = 'AUTHORITY_PASSPHRASE_FILE';

/** Fewer characters are guessed too soon, whatever a guess costs. */
export const MIN_PASSPHRASE_LENGTH = 12;

/** How often a person may mistype before a command gives up. */
const PROMPTS = 3;

/**
 * The passphrase of an existing key: from a file, the environment, or a hidden prompt. What was
 * typed for one key is tried for the next before anybody is asked again.
 */
export function existingPassphrase(sources: PassphraseSources = {}): Passphrase {
  const typed: string[] = [];
  return (keyName, wrong = []) => {
    const given = givenPassphrase(sources) ?? typed.find((words) => !wrong.includes(words));
    if (given !== undefined) return given;
    const last = wrong.at(-1);
    if (last !== undefined && wrong.length >= PROMPTS) return last;
    const answer = askHidden(`passphrase of the ${keyName} key: `);
    if (answer === undefined) throw new Error(`the ${keyName} key is locked; ${HOW_TO_GIVE}`);
    typed.push(answer);
    return answer;
  };
}

/** The passphrase for new keys; a person types it twice. Throws when it is too short. */
export function newPassphrase(sources: PassphraseSources = {}): string {
  const passphrase = givenPassphrase(sources) ?? askTwice();
  if (Array.from(passphrase).length < MIN_PASSPHRASE_LENGTH)
    throw new Error(`a passphrase has ${MIN_PASSPHRASE_LENGTH} or more characters`);
  return passphrase;
}

/** Whether a passphrase comes from a file or the environment. */
export function passphraseGiven(sources: PassphraseSources): boolean {
  return givenPassphrase(sources) !== undefined;
}

const HOW_TO_GIVE = `give --passphrase-file or ${PASSPHRASE_VARIABLE}, or run in a terminal`;

function askTwice(): string {
  const first = askHidden('passphrase for the new keys: ');
  if (first === undefined) throw new Error(`new keys need a passphrase; ${HOW_TO_GIVE}`);
  if (askHidden('once more: ') !== first) throw new Error('the two passphrases differ');
  return first;
}

function givenPassphrase({
  file,
  environment = process.env,
}: PassphraseSources): string | undefined {
  const path = file || environment[PASSPHRASE_FILE_VARIABLE];
  // An editor ends a file with a line break that nobody means to be part of it.
  if (path) return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  return environment[PASSPHRASE_VARIABLE] || undefined;
}

import type { EpochSeconds } from '../../shared/time.ts';
import { openOffice } from '../office/office-folder.ts';
import {
  type OfficeRotation,
  type RotationOrder,
  repositoryFolder,
  rotateOfficeKeys,
} from '../repository/office-repository.ts';
import { openOfficeStore } from '../store/open-store.ts';
import { causeOf } from './change-options.ts';
import type { CommandInput, CommandOutput } from './command.ts';
import { passphraseOption, protectionOption } from './key-options.ts';
import { noteOrSay } from './note-or-say.ts';
import { repositoryOutput } from './repository-output.ts';

/** Replaces keys of a role, notes it in the journal, and says what came of it. */
export async function rotateAndNote(
  input: CommandInput,
  folder: string,
  wanted: Pick<RotationOrder, 'role' | 'choice'>,
): Promise<CommandOutput> {
  const cause = causeOf(input);
  const passphrase = passphraseOption(input);
  const { policy } = openOffice(folder, passphrase);
  const store = await openOfficeStore(folder);
  try {
    const keys = { passphrase, protection: protectionOption(input, policy.domain) };
    const rotation = rotateOfficeKeys(folder, { ...wanted, ...keys }, cause.at);
    const detail = { ...rotation };
    await noteOrSay(store, { what: 'role-keys-rotated', subject: wanted.role, detail }, cause);
    return rotationOutput(folder, rotation, cause.at);
  } finally {
    await store.close();
  }
}

function rotationOutput(
  office: string,
  { revised, removed, added }: OfficeRotation,
  now: EpochSeconds,
): CommandOutput {
  const { json, words } = repositoryOutput(repositoryFolder(office), revised, now);
  return {
    json: { ...Object(json), removed, added },
    words: [
      ...removed.map((keyId) => `out of force: key ${keyId}`),
      ...added.map((keyId) => `in force: key ${keyId}`),
      ...words,
    ],
  };
}

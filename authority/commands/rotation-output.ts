import type { EpochSeconds } from '../../shared/time.ts';
import { type OfficeRotation, repositoryFolder } from '../repository/office-repository.ts';
import type { CommandOutput } from './command.ts';
import { repositoryOutput } from './repository-output.ts';

/** What to say after a rotation. */
export function rotationOutput(
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

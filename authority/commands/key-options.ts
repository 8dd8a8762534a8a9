import type { Policy } from '../../shared/trust/policy.ts';
import {
  existingPassphrase,
  newPassphrase,
  type Passphrase,
  passphraseGiven,
} from '../keys/passphrase.ts';
import type { Protection } from '../keys/stored-secret.ts';
import { type Command, type CommandInput, optionOr } from './command.ts';

/** Option of every command that signs or makes keys. */
export const KEY_OPTIONS = {
  'passphrase-file': { type: 'string' },
} as const satisfies Command['options'];

/** How the usage line names it. */
export const KEY_USAGE = '[--passphrase-file FILE]';

/** Where the passphrases of keys come from. */
export function passphraseOption(input: CommandInput): Passphrase {
  return existingPassphrase({ file: optionOr(input, 'passphrase-file', '') });
}

/** How new keys are protected. Throws when there is no passphrase for them. */
export function protectionOption(input: CommandInput, domain: Policy['domain']): Protection {
  const file = optionOr(input, 'passphrase-file', '');
  // A demo trusts nobody's certificates but its own, so its keys may lie open; they say so.
  if (domain === 'demo' && !passphraseGiven({ file })) return 'none';
  return { passphrase: newPassphrase({ file }) };
}

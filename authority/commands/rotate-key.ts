import { ROLE_PLANS, ROLES } from '../repository/roles.ts';
import { CHANGE_OPTIONS, CHANGE_USAGE } from './change-options.ts';
import { type Command, officeFolderArgument, oneOf, optionOr, UsageError } from './command.ts';
import { KEY_OPTIONS, KEY_USAGE } from './key-options.ts';
import { rotateAndNote } from './rotate-and-note.ts';

/** `rotate-key DIR ROLE`: new keys for a role other than root. */
export const rotateKey: Command = {
  summary: 'replace the keys of a role: targets, snapshot, timestamp, policy or status',
  usage: `rotate-key DIR ROLE [--key ID] ${KEY_USAGE} ${CHANGE_USAGE}`,
  options: { key: { type: 'string' }, ...KEY_OPTIONS, ...CHANGE_OPTIONS },
  run(input) {
    const [folder, roleName = '', ...rest] = input.positionals;
    const office = officeFolderArgument({ ...input, positionals: folder ? [folder, ...rest] : [] });
    const role = oneOf('role', roleName, ROLES);
    if (role === 'root') throw new UsageError('root keys are replaced by rotate-root');
    const key = optionOr(input, 'key', '');
    const choice = key === '' ? { count: ROLE_PLANS[role].keys } : { keyIds: [key] };
    return rotateAndNote(input, office, { role, choice });
  },
};

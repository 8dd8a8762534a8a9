import { rotateOfficeKeys } from '../repository/office-repository.ts';
import { ROLE_PLANS, ROLES } from '../repository/roles.ts';
import {
  type Command,
  currentTime,
  officeFolderArgument,
  oneOf,
  optionOr,
  UsageError,
} from './command.ts';
import { rotationOutput } from './rotation-output.ts';

/** `rotate-key DIR ROLE`: new keys for a role other than root. */
export const rotateKey: Command = {
  summary: 'replace the keys of a role: targets, snapshot, timestamp, policy or status',
  usage: 'rotate-key DIR ROLE [--key ID]',
  options: { key: { type: 'string' } },
  run(input) {
    const [folder, roleName = '', ...rest] = input.positionals;
    const office = officeFolderArgument({ ...input, positionals: folder ? [folder, ...rest] : [] });
    const role = oneOf('role', roleName, ROLES);
    if (role === 'root') throw new UsageError('root keys are replaced by rotate-root');
    const key = optionOr(input, 'key', '');
    const choice = key === '' ? { count: ROLE_PLANS[role].keys } : { keyIds: [key] };
    const now = currentTime();
    return rotationOutput(office, rotateOfficeKeys(office, { role, choice }, now), now);
  },
};

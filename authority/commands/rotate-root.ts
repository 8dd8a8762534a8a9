import { rotateOfficeKeys } from '../repository/office-repository.ts';
import { ROLE_PLANS } from '../repository/roles.ts';
import {
  type Command,
  currentTime,
  officeFolderArgument,
  optionOr,
  UsageError,
} from './command.ts';
import { rotationOutput } from './rotation-output.ts';

/** `rotate-root DIR`: a new root, with some or all of its keys replaced. */
export const rotateRoot: Command = {
  summary: 'sign a new root and replace root keys; needs two of the old ones',
  usage: `rotate-root DIR [--count 0-${ROLE_PLANS.root.keys}, default 1; 0 only renews it] [--key ID]`,
  options: { count: { type: 'string' }, key: { type: 'string' } },
  run(input) {
    const office = officeFolderArgument(input);
    const key = optionOr(input, 'key', '');
    const count = optionOr(input, 'count', '1');
    if (!/^[0-3]$/.test(count)) throw new UsageError('--count is a number from 0 to 3');
    const choice = key === '' ? { count: Number(count) } : { keyIds: [key] };
    const now = currentTime();
    return rotationOutput(office, rotateOfficeKeys(office, { role: 'root', choice }, now), now);
  },
};

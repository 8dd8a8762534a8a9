import { ROLE_PLANS } from '../repository/roles.ts';
import { CHANGE_OPTIONS, CHANGE_USAGE } from './change-options.ts';
import { type Command, officeFolderArgument, optionOr, UsageError } from './command.ts';
import { KEY_OPTIONS, KEY_USAGE } from './key-options.ts';
import { rotateAndNote } from './rotate-and-note.ts';

/** `rotate-root DIR`: a new root, with some or all of its keys replaced. */
export const rotateRoot: Command = {
  summary: 'sign a new root and replace root keys; needs two of the old ones',
  usage: `rotate-root DIR [--count 0-${ROLE_PLANS.root.keys}, default 1; 0 only renews it] [--key ID] ${KEY_USAGE} ${CHANGE_USAGE}`,
  options: {
    count: { type: 'string' },
    key: { type: 'string' },
    ...KEY_OPTIONS,
    ...CHANGE_OPTIONS,
  },
  run(input) {
    const office = officeFolderArgument(input);
    const key = optionOr(input, 'key', '');
    const count = optionOr(input, 'count', '1');
    if (!/^[0-3]$/.test(count)) throw new UsageError('--count is a number from 0 to 3');
    const choice = key === '' ? { count: Number(count) } : { keyIds: [key] };
    return rotateAndNote(input, office, { role: 'root', choice });
  },
};

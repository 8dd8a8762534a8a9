import { SUITES } from '../../shared/signature/suites.ts';
import { assertNoOffice, createOffice } from '../office/office-folder.ts';
import { createOfficeRepository } from '../repository/office-repository.ts';
import {
  type Command,
  currentTime,
  officeFolderArgument,
  oneOf,
  optionOr,
  UsageError,
} from './command.ts';
import { KEY_OPTIONS, KEY_USAGE, protectionOption } from './key-options.ts';

/** `init DIR`: a new office with its keys, a first policy and a repository that lists nothing yet. */
export const init: Command = {
  summary: 'make a new office: keys, a first policy and an empty repository',
  usage: `init DIR [--issuer 310114] [--name-zh NAME] [--name-en NAME] [--suite SM2|Ed25519|ES256] [--domain production|demo] ${KEY_USAGE}`,
  options: {
    issuer: { type: 'string' },
    'name-zh': { type: 'string' },
    'name-en': { type: 'string' },
    suite: { type: 'string' },
    domain: { type: 'string' },
    ...KEY_OPTIONS,
  },
  run(input) {
    const folder = officeFolderArgument(input);
    const issuer = optionOr(input, 'issuer', '310114');
    if (!/^[0-9]{6}$/.test(issuer))
      throw new UsageError('--issuer is a division code of six digits');
    const suite = oneOf('suite', optionOr(input, 'suite', 'SM2'), SUITES);
    const domain = oneOf('domain', optionOr(input, 'domain', 'production'), ['production', 'demo']);
    const name = {
      'zh-CN': optionOr(input, 'name-zh', '公共信用服务中心'),
      en: optionOr(input, 'name-en', 'Public Credit Centre'),
    };
    const now = currentTime();
    // Before anybody types a passphrase for nothing.
    assertNoOffice(folder);
    const protection = protectionOption(input, domain);
    createOffice(folder, { issuer, name, suite, domain, protection }, now);
    createOfficeRepository(folder, protection, now);
    return {
      json: { folder, issuer, suite, domain },
      words: [
        ...(protection === 'none' ? ['note: a demo office, its keys are not encrypted'] : []),
        `office ${issuer} made in ${folder}, certificate key of suite ${suite}`,
        `move each key of ${folder}/root-keys to a place of its own; only rotations need them`,
      ],
    };
  },
};

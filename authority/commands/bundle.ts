import { describeIssuerKey } from '../keys/issuer-key.ts';
import { openOffice, STATUS_LIST_SIZE } from '../office/office-folder.ts';
import { writeBundle } from '../write-bundle.ts';
import { writeStatusList } from '../write-status-list.ts';
import { type Command, officeFolderArgument, requiredOption } from './command.ts';

/** `bundle DIR --out FOLDER`: what verifiers need, as a bundle folder. */
export const bundle: Command = {
  summary: 'write the trust bundle for verifiers',
  usage: 'bundle DIR --out FOLDER',
  options: { out: { type: 'string' } },
  run(input) {
    const office = openOffice(officeFolderArgument(input));
    const out = requiredOption(input, 'out');
    const name = `status/${office.issuer}-1`;
    const signedAt = Math.floor(Date.now() / 1000);
    const content = { name, signedAt, size: STATUS_LIST_SIZE, exceptions: new Map() };
    const keys = Object.values(office.keys).map(describeIssuerKey);
    writeBundle(out, {
      issuers: { version: 1, issuers: [{ id: office.issuer, name: office.name, keys }] },
      policy: office.policy,
      statusLists: new Map([[name, writeStatusList(content, office.keys.status.key)]]),
    });
    return { json: { out, signedAt, list: name }, words: [`bundle written to ${out}`] };
  },
};

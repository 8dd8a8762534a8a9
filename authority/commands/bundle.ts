import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openOffice } from '../office/office-folder.ts';
import { officeDocuments } from '../repository/office-documents.ts';
import { openOfficeStore } from '../store/open-store.ts';
import { type Command, currentTime, officeFolderArgument, requiredOption } from './command.ts';
import { KEY_OPTIONS, KEY_USAGE, passphraseOption } from './key-options.ts';

/** `bundle DIR --out FOLDER`: what verifiers need, as a bundle folder. */
export const bundle: Command = {
  summary: 'write the trust bundle for verifiers',
  usage: `bundle DIR --out FOLDER ${KEY_USAGE}`,
  options: { out: { type: 'string' }, ...KEY_OPTIONS },
  async run(input) {
    const folder = officeFolderArgument(input);
    const office = openOffice(folder, passphraseOption(input));
    const out = requiredOption(input, 'out');
    const signedAt = currentTime();
    const store = await openOfficeStore(folder);
    try {
      const words = { office, certificates: store.certificates, published: new Map() };
      const documents = await officeDocuments(words, signedAt);
      for (const [name, bytes] of documents) writeDocument(join(out, name), bytes);
      const lists = [...documents.keys()].filter((name) => name.startsWith('status/'));
      return { json: { out, signedAt, lists }, words: [`bundle written to ${out}`] };
    } finally {
      await store.close();
    }
  },
};

function writeDocument(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

import { writeFileSync, writeSync } from 'node:fs';
import { openOfficeStore } from '../../authority/store/open-store.ts';

/** Reserves status indexes until it is killed, and prints each that it could have handed out. */
const [folder = '', openedFile = ''] = process.argv.slice(2);
const store = await openOfficeStore(folder);
writeFileSync(openedFile, '');
for (;;) {
  const references = await store.certificates.reserve('310114', 3);
  const lines = references.map(({ list, index }) => `${list} ${index}\n`);
  writeSync(1, lines.join(''));
}

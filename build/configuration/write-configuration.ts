import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-folders.ts';
import { settingsSchema } from './settings-schema.ts';
import { withTable } from './settings-table.ts';

/**
 * `npm run configuration`: writes the JSON Schema of the configuration and the table of all keys
 * anew, after a key was added or changed. A test fails until it has been run.
 */
const schemaFile = join(import.meta.dirname, 'settings.schema.json');
const documentFile = join(projectRoot, 'CONFIGURATION.md');

writeFileSync(schemaFile, `${JSON.stringify(settingsSchema(), null, 2)}\n`);
writeFileSync(documentFile, withTable(readFileSync(documentFile, 'utf8')));
process.stdout.write(`${schemaFile}\n${documentFile}\n`);

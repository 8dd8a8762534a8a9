import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../build/configuration/settings-schema.ts';
import { withTable } from '../../build/configuration/settings-table.ts';
import { projectRoot } from '../../build/project-folders.ts';
import { SETTING_NAMES, SETTINGS } from '../../electron/config/settings.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

describe('what is published about the configuration', () => {
  it('is the schema of today (else: npm run configuration)', () => {
    expect(JSON.parse(read('build/configuration/settings.schema.json'))).toEqual(settingsSchema());
  });

  it('is the table of today (else: npm run configuration)', () => {
    const document = read('CONFIGURATION.md');
    expect(withTable(document)).toBe(document);
    for (const name of SETTING_NAMES) expect(document).toContain(`| \`${name}\` |`);
  });
});

describe.each(SETTING_NAMES)('the key %s', (name) => {
  const { schema, fallback, title, about } = SETTINGS[name];

  it('has a default that is valid and parses to itself', () => {
    const parsed = v.safeParse<v.GenericSchema>(schema, fallback);
    expect(parsed.success && parsed.output).toEqual(fallback);
  });

  it('is explained in both languages', () => {
    for (const words of [title, about]) {
      expect(words['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      expect(words.en).toMatch(/^[^\u4e00-\u9fff]+[^.\u4e00-\u9fff]$/);
    }
  });
});

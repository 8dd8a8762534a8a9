import * as v from 'valibot';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../../electron/config/settings.ts';
import { schemaOf } from './settings-schema.ts';

const BEGIN = '<!-- settings: written by build/configuration/write-configuration.ts -->';
const END = '<!-- /settings -->';

/** What JSON Schema can say about a value, as far as our settings use it. */
const Form = v.object({
  type: v.exactOptional(v.union([v.string(), v.array(v.string())])),
  enum: v.exactOptional(v.array(v.unknown())),
  minimum: v.exactOptional(v.number()),
  maximum: v.exactOptional(v.number()),
});

/** The table of all settings, in Markdown. */
export function settingsTable(): string {
  const rows = SETTING_NAMES.map((name) => rowOf(name));
  return ['| key | value | default | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

/**
 * Puts the table into a document between its markers.
 *
 * @throws Error when the document has no markers.
 */
export function withTable(document: string): string {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('the markers are missing');
  return `${before}${BEGIN}\n\n${settingsTable()}\n\n${END}${after}`;
}

function rowOf(name: SettingName): string {
  const { fallback, title, about, isSecret } = SETTINGS[name];
  const secret = isSecret === true ? ' Secret: never printed.' : '';
  const meaning = `${title['zh-CN']}：${about['zh-CN']}<br>${about.en}.${secret}`;
  const cells = [`\`${name}\``, formOf(name), `\`${JSON.stringify(fallback)}\``, meaning];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function formOf(name: SettingName): string {
  const form = v.parse(Form, schemaOf(name));
  if (form.enum !== undefined) return form.enum.map((one) => `\`${String(one)}\``).join(', ');
  if (form.minimum !== undefined) return `${form.minimum} to ${form.maximum}`;
  return [form.type].flat().join(' or ');
}

import { toJsonSchema } from '@valibot/to-json-schema';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../../electron/config/settings.ts';

/** The JSON Schema of a configuration file, for editors and for checks without the program. */
export function settingsSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Public Credit Kiosk configuration · 公共信用证书核验终端配置',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(SETTING_NAMES.map((name) => [name, schemaOf(name)])),
    },
    additionalProperties: false,
  };
}

/** One key's schema without what stands in its table row anyway. */
export function schemaOf(name: SettingName): object {
  const { schema, fallback, title, about } = SETTINGS[name];
  // A check in code has no form in JSON Schema; the program still makes it.
  const { $schema: _, ...form } = toJsonSchema(schema, { errorMode: 'ignore' });
  return {
    ...form,
    default: fallback,
    title: `${title['zh-CN']} · ${title.en}`,
    description: `${about['zh-CN']} · ${about.en}`,
  };
}

import type * as v from 'valibot';

/** The same words in both languages of the product. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** All there is to say about one key of the configuration: nothing about it stands anywhere else. */
export interface SettingDefinition<Schema extends v.GenericSchema = v.GenericSchema> {
  /** What a value has to be; it must parse to itself, so that a file shows what is in force. */
  readonly schema: Schema;
  /** In force where no file says anything. */
  readonly fallback: v.InferOutput<Schema>;
  readonly title: Words;
  readonly about: Words;
  /** Never printed, exported or shown. */
  readonly isSecret?: true;
}

/** Writes down one key; the compiler checks that its fallback fits its schema. */
export function setting<const Schema extends v.GenericSchema>(
  definition: SettingDefinition<Schema>,
): SettingDefinition<Schema> {
  return definition;
}

import type * as v from 'valibot';
import { AUDIT_SETTINGS } from './audit-settings.ts';
import { CAMERA_SETTINGS } from './camera-settings.ts';
import { HALL_SETTINGS } from './hall-settings.ts';
import { MACHINE_SETTINGS } from './machine-settings.ts';
import { STAFF_SETTINGS } from './staff-settings.ts';
import { TRUST_SETTINGS } from './trust-settings.ts';
import { VISIT_SETTINGS } from './visit-settings.ts';
import { WEDGE_SETTINGS } from './wedge-settings.ts';

/**
 * Every key an administrator can set. A new key is one entry in the file of its area; the types,
 * the JSON Schema, the table in CONFIGURATION.md and the switches that check and print the
 * configuration follow from it. Nothing here is a trust decision.
 */
export const SETTINGS = {
  ...HALL_SETTINGS,
  ...VISIT_SETTINGS,
  ...CAMERA_SETTINGS,
  ...WEDGE_SETTINGS,
  ...TRUST_SETTINGS,
  ...AUDIT_SETTINGS,
  ...STAFF_SETTINGS,
  ...MACHINE_SETTINGS,
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = {
  readonly [Name in SettingName]: v.InferOutput<(typeof SETTINGS)[Name]['schema']>;
};

/** In the order in which they are documented and printed. */
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

// Each fallback was checked against the schema of its own name where it is written.
export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SETTINGS[name].fallback]),
) as Settings;

/** Whether a name is one of ours; files may hold any. */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

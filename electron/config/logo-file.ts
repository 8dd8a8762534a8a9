import { dirname, resolve } from 'node:path';
import { readLogo } from '../logo/read-logo.ts';
import type { ConfigProblem } from './config-layer.ts';
import type { ResolvedSettings } from './resolve-settings.ts';

/**
 * The file of `hallLogo`, or `undefined` where none is named. A relative path counts from the file it is
 * written in, so that a site file and its logo are copied as one folder.
 */
export function logoFileOf({ settings, origins }: ResolvedSettings): string | undefined {
  const { place } = origins.hallLogo;
  if (settings.hallLogo === '' || place === undefined) return undefined;
  return resolve(dirname(place), settings.hallLogo);
}

/** What is wrong with the file `hallLogo` names, on this machine and now. */
export function logoProblems(resolved: ResolvedSettings): readonly ConfigProblem[] {
  const { source, place } = resolved.origins.hallLogo;
  const file = logoFileOf(resolved);
  if (file === undefined || source === 'default' || place === undefined) return [];
  const logo = readLogo(file);
  if (logo.ok) return [];
  return [{ source, place, key: 'hallLogo', reason: logo.failure, detail: file }];
}

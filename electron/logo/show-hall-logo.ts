import type { HallLogo } from '../../shared/ipc/hall-logo.ts';
import { readLogo } from './read-logo.ts';

/**
 * The hall's logo as a page shows it. What is wrong with a file that gives none is said where the
 * configuration is checked; the hall's name stands alone then.
 * @param file `undefined` where no logo is configured
 */
export function showHallLogo(file: string | undefined): HallLogo | null {
  const logo = file === undefined ? undefined : readLogo(file);
  if (logo?.ok !== true) return null;
  const { type, bytes, width, height } = logo.value;
  return { address: `data:image/${type};base64,${bytes.toString('base64')}`, width, height };
}

import type { TFunction } from 'i18next';

/** A policy may name a window by its number alone or in full words. */
export function windowName(window: string, t: TFunction): string {
  return /^[A-Z]?\d{1,3}$/.test(window) ? t('services.window', { number: window }) : window;
}

import { useEffect, useRef } from 'react';
import type { DeskChoices } from '../../shared/ipc/desk-verbs.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { switchLanguage } from '../text/start-texts.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Puts the clerk's choices on the page and has them remembered. */
export function useChoices(choices: DeskChoices): void {
  const { theme, density, language } = choices;
  useEffect(() => {
    const root = document.documentElement;
    const dark = window.matchMedia(DARK);
    const apply = () => {
      const isDark = theme === 'dark' || (theme === 'system' && dark.matches);
      root.dataset.theme = isDark ? 'dark' : 'light';
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  useEffect(() => {
    void switchLanguage(language);
  }, [language]);
  const remembered = useRef(choices);
  useEffect(() => {
    if (remembered.current === choices) return;
    remembered.current = choices;
    void kioskBridge().saveDeskChoices(choices);
  }, [choices]);
}

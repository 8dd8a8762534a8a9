import type { Session } from 'electron';

/**
 * Keeps a session from fetching spelling dictionaries from Google. That request passes no
 * `webRequest`, so closing the network does not stop it, nor does `spellcheck: false` of a page.
 */
export function fetchNoDictionaries(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}

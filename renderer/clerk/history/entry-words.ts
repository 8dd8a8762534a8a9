import type { TFunction } from 'i18next';
import type { HistoryEntry } from '../../../shared/ipc/audit-verbs.ts';

/** Only an accepted certificate's grade: any other may not be in use any more. */
export function entryGrade({ outcome, grade }: HistoryEntry): string | undefined {
  return outcome === 'accepted' ? grade : undefined;
}

/** The headline that was on the screen, in one line. */
export function entryHeadline(entry: HistoryEntry, t: TFunction): string {
  const words =
    entry.code === 'not-a-certificate'
      ? t(`foreign.${entry.foreignKind ?? 'text'}.headline`)
      : t(`verdict.${entry.code}.headline`);
  // Without the marks for where a large line may break.
  return words.replaceAll('\u200B', '');
}

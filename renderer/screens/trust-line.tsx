import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TrustState } from '../../shared/ipc/contract.ts';
import { unreachable } from '../../shared/result.ts';
import { formatAge, formatMoment } from '../text/format.ts';
import type { Language } from '../text/language.ts';

interface TrustLineProps {
  readonly trust: TrustState | undefined;
  readonly language: Language;
}

/** How current the terminal's data is; quiet while it is fresh. */
export function TrustLine({ trust, language }: TrustLineProps) {
  const { t } = useTranslation();
  if (trust === undefined) return null;
  return (
    <p className="trust-line" data-freshness={trust.freshness}>
      {trustWords(trust, t, language)}
    </p>
  );
}

function trustWords(trust: TrustState, t: TFunction, language: Language): string {
  const time = trust.currentAsOf === null ? '' : formatMoment(trust.currentAsOf, language);
  switch (trust.freshness) {
    case 'fresh':
      return t('trust.asOf', { time });
    case 'ageing':
      return t('trust.ageing', { age: ageOf(trust, language) });
    case 'too-old':
      return t('trust.tooOld');
    case 'missing':
      return t('trust.missing');
    default:
      return unreachable(trust.freshness);
  }
}

/** How old the oldest data is. The terminal's own clock counts: the main process judged with it. */
function ageOf({ currentAsOf }: TrustState, language: Language): string {
  return currentAsOf === null ? '' : formatAge(Date.now() / 1_000 - currentAsOf, language);
}

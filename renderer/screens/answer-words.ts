import type { TFunction } from 'i18next';
import { unreachable } from '../../shared/result.ts';
import type { ServiceDecision, Verdict } from '../../shared/verify/verdict.ts';
import type { Answer } from '../state/kiosk-state.ts';
import type { Words } from '../text/catalogue.ts';
import { formatDay } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { windowName } from '../text/window-name.ts';

/** Headline and next step of an answer, in the visitor's language. */
export function wordsOf(content: Answer['content'], t: TFunction, language: Language): Words {
  switch (content.kind) {
    case 'verdict':
      return verdictWords(content.verdict, t, language);
    case 'check-failed':
      return {
        headline: t(`failure.${content.code}.headline`),
        nextStep: t(`failure.${content.code}.nextStep`),
      };
    default:
      return unreachable(content);
  }
}

function verdictWords(verdict: Verdict, t: TFunction, language: Language): Words {
  if (verdict.outcome === 'not-a-certificate') {
    return {
      headline: t(`foreign.${verdict.kind}.headline`),
      nextStep: t(`foreign.${verdict.kind}.nextStep`),
    };
  }
  const headline = t(`verdict.${verdict.code}.headline`);
  if (verdict.code === 'green-channel') {
    return { headline, nextStep: greenChannelStep(verdict.services, t) };
  }
  const date = dateOf(verdict, language);
  return { headline, nextStep: t(`verdict.${verdict.code}.nextStep`, { date }) };
}

/** One window is named; several are left to the list of services. */
function greenChannelStep(services: readonly ServiceDecision[], t: TFunction): string {
  const open = services.filter((service) => service.open);
  const windows = new Set(open.map((service) => service.window));
  const [only] = windows;
  if (windows.size > 1) return t('greenChannel.severalWindows');
  if (only === undefined) return t('verdict.green-channel.nextStep');
  return t('greenChannel.oneWindow', { window: windowName(only, t) });
}

/** The day a next step speaks of; only one speaks of any. */
function dateOf(verdict: Verdict, language: Language): string {
  if (verdict.code !== 'not-yet-valid' || verdict.certificate === undefined) return '';
  return formatDay(verdict.certificate.notBefore, language);
}

import type { TFunction } from 'i18next';
import type { CameraPlace } from '../../shared/ipc/camera-settings.ts';
import type { KioskState } from '../state/kiosk-state.ts';
import type { Words } from '../text/catalogue.ts';
import { wordsOf } from './answer-words.ts';
import { type Screen, screenOf } from './screen-of.ts';

/** The two lines a screen consists of, as seen and as heard. */
export function screenWords(state: KioskState, t: TFunction): Words {
  const screen = screenOf(state);
  switch (screen.name) {
    case 'answer':
      return wordsOf(screen.answer.content, t, state.language);
    case 'levels':
      return { headline: t('levels.title'), nextStep: t('levels.lead') };
    case 'privacy':
      return { headline: t('privacy.title'), nextStep: '' };
    case 'type-code':
      return { headline: t('typing.title'), nextStep: t('typing.lead') };
    case 'typed-code':
      return { headline: t('typing.shownTitle'), nextStep: t('typing.shownStep') };
    case 'out-of-order':
      return { headline: t('outOfOrder.headline'), nextStep: t('outOfOrder.nextStep') };
    case 'camera-unavailable':
      return {
        headline: t(`camera.${screen.problem}.headline`),
        nextStep: t(`camera.${screen.problem}.nextStep`),
      };
    case 'starting':
    case 'scan':
      return scanWords(screen.name, state, t);
  }
}

function scanWords(
  name: Extract<Screen['name'], 'starting' | 'scan'>,
  state: KioskState,
  t: TFunction,
) {
  const { hint } = state.attention;
  if (name === 'starting') return { headline: t('scan.starting'), nextStep: t('scan.distance') };
  const place = state.terminal.cameraPlace;
  if (hint === 'none') {
    return { headline: t('scan.title'), nextStep: placed(t('scan.distance'), place, t) };
  }
  const detail = t(`hint.${hint}.detail`);
  // Light and typing have nothing to do with where the camera is.
  const nextStep = hint === 'placement' ? placed(detail, place, t) : detail;
  return { headline: t(`hint.${hint}.title`), nextStep };
}

/** How the phone is held, told with the place of the camera where that is known. */
function placed(otherwise: string, place: CameraPlace, t: TFunction): string {
  if (place === 'unknown') return otherwise;
  return t('scan.placed', { place: t(`scan.cameraPlace.${place}`) });
}

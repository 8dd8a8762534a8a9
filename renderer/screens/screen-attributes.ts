import type { Answer, KioskState } from '../state/kiosk-state.ts';
import { answerOf } from '../state/kiosk-state.ts';
import { type Look, lookOf } from './look.ts';

/** What the root element says about the screen, for the styles and for end-to-end tests. */
export interface ScreenAttributes {
  readonly 'data-screen': 'starting' | 'scan' | 'camera-unavailable' | 'verdict' | 'check-failed';
  readonly 'data-look'?: Look;
  readonly 'data-verdict-code'?: string;
  readonly 'data-verdict-outcome'?: string;
  readonly 'data-foreign-kind'?: string;
  /** Counts the answers, so that the next one can be told from the last. */
  readonly 'data-scan'?: number;
  /** Many services: the headline gives them room. */
  readonly 'data-dense'?: boolean;
}

/** Services beyond which the layout needs the dense arrangement. */
const DENSE_FROM = 7;

/** The attributes of the root element in a state. */
export function screenAttributes(state: KioskState): ScreenAttributes {
  const answer = answerOf(state);
  return answer === undefined ? cameraAttributes(state) : answerAttributes(answer);
}

function cameraAttributes(state: KioskState): ScreenAttributes {
  const screens = {
    starting: 'starting',
    live: 'scan',
    unavailable: 'camera-unavailable',
  } as const;
  const status = state.camera.status;
  const screen = screens[status];
  return status === 'unavailable'
    ? { 'data-screen': screen, 'data-look': 'undecided' }
    : { 'data-screen': screen };
}

function answerAttributes({ content, scan }: Answer): ScreenAttributes {
  const common = { 'data-look': lookOf(content), 'data-scan': scan };
  if (content.kind === 'check-failed') return { 'data-screen': 'check-failed', ...common };
  const { verdict } = content;
  return {
    'data-screen': 'verdict',
    ...common,
    'data-verdict-code': verdict.code,
    'data-verdict-outcome': verdict.outcome,
    ...(verdict.outcome === 'not-a-certificate' ? { 'data-foreign-kind': verdict.kind } : {}),
    ...(verdict.outcome === 'accepted' && verdict.services.length >= DENSE_FROM
      ? { 'data-dense': true }
      : {}),
  };
}

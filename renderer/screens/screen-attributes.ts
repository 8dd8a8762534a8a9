import type { Hint } from '../state/attention.ts';
import type { TextSize } from '../state/comfort.ts';
import type { Answer, KioskState } from '../state/kiosk-state.ts';
import { type Look, lookOf } from './look.ts';
import { type Screen, screenOf } from './screen-of.ts';

/** What the root element says about the screen, for the styles and for end-to-end tests. */
export interface ScreenAttributes {
  readonly 'data-screen': Exclude<Screen['name'], 'answer'> | 'verdict' | 'check-failed';
  readonly 'data-look'?: Look;
  readonly 'data-verdict-code'?: string;
  readonly 'data-verdict-outcome'?: string;
  readonly 'data-foreign-kind'?: string;
  /** Counts the answers, so that the next one can be told from the last. */
  readonly 'data-scan'?: number;
  /** Many services: the headline gives them room. */
  readonly 'data-dense'?: boolean;
  readonly 'data-hint'?: Hint;
  readonly 'data-text': TextSize;
  readonly 'data-reach': 'normal' | 'low';
}

/** Services beyond which the layout needs the dense arrangement. */
const DENSE_FROM = 7;

/** The attributes of the root element in a state. */
export function screenAttributes(state: KioskState): ScreenAttributes {
  const { textSize, isLow } = state.comfort;
  const comfort = { 'data-text': textSize, 'data-reach': isLow ? 'low' : 'normal' } as const;
  return { ...contentAttributes(screenOf(state), state), ...comfort };
}

function contentAttributes(
  screen: Screen,
  state: KioskState,
): Omit<ScreenAttributes, 'data-text' | 'data-reach'> {
  if (screen.name === 'answer') return answerAttributes(screen.answer);
  const name = { 'data-screen': screen.name };
  if (screen.name === 'scan') return { ...name, 'data-hint': state.attention.hint };
  const isBroken = screen.name === 'camera-unavailable' || screen.name === 'out-of-order';
  return isBroken ? { ...name, 'data-look': 'undecided' } : name;
}

function answerAttributes({ content, scan }: Answer) {
  const common = { 'data-look': lookOf(content), 'data-scan': scan };
  if (content.kind === 'check-failed') return { 'data-screen': 'check-failed', ...common } as const;
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
  } as const;
}

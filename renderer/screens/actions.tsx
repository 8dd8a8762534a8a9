import type { Dispatch } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { hasCompanyCodeForm } from '../../shared/certificate/company-code.ts';
import type { Answer, KioskEvent, KioskState, Page } from '../state/kiosk-state.ts';
import { type Screen, screenOf } from './screen-of.ts';

/** A button of the row of actions. */
interface Action {
  readonly key: keyof typeof WORDS;
  readonly event: () => KioskEvent;
  readonly isPrimary?: boolean;
  readonly isDisabled?: boolean;
}

interface ActionsProps {
  readonly state: KioskState;
  /** The grade on the screen is covered until it is asked for. */
  readonly isGradeCovered: boolean;
  readonly dispatch: Dispatch<KioskEvent>;
}

/** What can be done about the present screen; the last and strongest is what most want next. */
export function Actions({ state, isGradeCovered, dispatch }: ActionsProps) {
  const { t } = useTranslation();
  const actions = actionsOf(screenOf(state), { state, isGradeCovered });
  if (actions.length === 0) return null;
  return (
    <div className="actions">
      {actions.map(({ key, event, isPrimary, isDisabled }) => (
        <Button
          key={key}
          className={isPrimary ? 'button button-primary' : 'button'}
          data-action={key}
          isDisabled={isDisabled ?? false}
          onPress={() => dispatch(event())}
        >
          {t(WORDS[key])}
        </Button>
      ))}
    </div>
  );
}

const WORDS = {
  levels: 'page.levels',
  privacy: 'page.privacy',
  'type-code': 'page.typeCode',
  'show-code': 'typing.show',
  back: 'page.back',
  'show-grade': 'page.showGrade',
  slip: 'slip.print',
  'slip-printing': 'slip.printing',
  'slip-printed': 'slip.printed',
  'slip-failed': 'slip.failed',
  'more-time': 'action.moreTime',
  done: 'action.done',
} as const;

interface ActionContext {
  readonly state: KioskState;
  readonly isGradeCovered: boolean;
}

function actionsOf(screen: Screen, { state, isGradeCovered }: ActionContext): readonly Action[] {
  switch (screen.name) {
    case 'levels':
    case 'privacy':
      return [BACK];
    case 'type-code':
      return [BACK, showCode(screen.code)];
    case 'typed-code':
      return [open('back', { name: 'type-code', code: screen.code }), DONE];
    case 'answer': {
      return [...aboutAnswer(screen.answer, { state, isGradeCovered }), MORE_TIME, DONE];
    }
    case 'scan':
      return state.attention.hint === 'type-in' ? [LEVELS, TYPE_CODE] : [LEVELS, PRIVACY];
    case 'starting':
    case 'camera-unavailable':
    case 'out-of-order':
      return [];
  }
}

/** One button about the answer: the grade when it is covered, else the slip, else the levels. */
function aboutAnswer(
  { content, slip }: Answer,
  { state, isGradeCovered }: ActionContext,
): readonly Action[] {
  if (content.kind !== 'verdict' || content.verdict.outcome === 'not-a-certificate') return [];
  if (isGradeCovered) return [SHOW_GRADE];
  if (state.terminal.visitorPaper !== 'none') return [SLIP[slip]];
  return content.verdict.outcome === 'accepted' ? [LEVELS] : [];
}

function open(key: Action['key'], page: Page): Action {
  return { key, event: () => ({ type: 'page-opened', page, nowMs: performance.now() }) };
}

function showCode(code: string): Action {
  const isDisabled = !hasCompanyCodeForm(code);
  return { ...open('show-code', { name: 'typed-code', code }), isPrimary: true, isDisabled };
}

const LEVELS: Action = open('levels', { name: 'levels' });
const PRIVACY: Action = open('privacy', { name: 'privacy' });
const TYPE_CODE: Action = {
  ...open('type-code', { name: 'type-code', code: '' }),
  isPrimary: true,
};
const BACK: Action = { key: 'back', event: () => ({ type: 'page-closed' }) };
const SHOW_GRADE: Action = { key: 'show-grade', event: () => ({ type: 'grade-uncovered' }) };
const askForSlip = (): KioskEvent => ({ type: 'slip-asked', nowMs: performance.now() });
const SLIP: Readonly<Record<Answer['slip'], Action>> = {
  none: { key: 'slip', event: askForSlip },
  printing: { key: 'slip-printing', event: askForSlip, isDisabled: true },
  printed: { key: 'slip-printed', event: askForSlip, isDisabled: true },
  failed: { key: 'slip-failed', event: askForSlip },
};
const MORE_TIME: Action = {
  key: 'more-time',
  event: () => ({ type: 'touched', nowMs: performance.now() }),
};
const DONE: Action = { key: 'done', event: () => ({ type: 'visitor-done' }), isPrimary: true };

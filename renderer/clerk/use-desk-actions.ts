import { type Dispatch, type RefObject, useCallback, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unreachable } from '../../shared/result.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { supportText } from './check/support-text.ts';
import type { DeskMessage } from './desk-context.ts';
import type { DeskAction } from './desk-keys.ts';
import { type DeskEvent, type DeskState, shownScan } from './desk-state.ts';
import type { FileIntake } from './files/use-file-intake.ts';

interface ActionParts {
  readonly state: DeskState;
  readonly dispatch: Dispatch<DeskEvent>;
  readonly entry: RefObject<HTMLInputElement | null>;
  readonly licence: RefObject<HTMLInputElement | null>;
  readonly files: FileIntake;
}

/** What the keys of the desk do, each also behind a button. */
export function useDeskActions(parts: ActionParts): {
  readonly run: (action: DeskAction) => void;
  readonly message: DeskMessage;
} {
  const [message, setMessage] = useState<DeskMessage>({ kind: 'none' });
  const { t } = useTranslation();
  const { state, dispatch } = parts;

  const copy = async () => {
    const scan = shownScan(state);
    if (scan === undefined) return;
    const text = supportText(scan, state.programVersion, t);
    const reply = await kioskBridge().copyText({ text });
    setMessage({ kind: reply.ok ? 'copied' : 'copy-failed' });
  };

  const run = (action: DeskAction) => {
    setMessage({ kind: 'none' });
    // Behind the lock no key shows or changes anything.
    if (state.isLocked) return undefined;
    if (action === 'training' || action === 'lock') recordAction(action, state);
    switch (action) {
      case 'copy':
        return void copy();
      case 'customer':
        return void placeCustomer(state.customer === 'closed', dispatch);
      case 'open-file':
        return void parts.files.choose('files');
      case 'compare':
        dispatch({ type: 'page-opened', page: 'check' });
        return focusSoon(parts.licence);
      case 'open-check':
        dispatch({ type: 'page-opened', page: 'check' });
        return focusSoon(parts.entry);
      case 'next':
        dispatch({ type: 'cleared' });
        return state.page === 'check' ? focusSoon(parts.entry) : undefined;
      default:
        return dispatch(eventOf(action));
    }
  };
  const newest = useEffectEvent(run);
  return { run: useCallback((action: DeskAction) => newest(action), []), message };
}

type PlainAction = Exclude<
  DeskAction,
  'copy' | 'customer' | 'compare' | 'open-check' | 'open-file' | 'next'
>;

function eventOf(action: PlainAction): DeskEvent {
  switch (action) {
    case 'open-keys':
      return { type: 'page-opened', page: 'keys' };
    case 'open-batch':
      return { type: 'page-opened', page: 'batch' };
    case 'open-history':
      return { type: 'page-opened', page: 'history' };
    case 'open-policy':
      return { type: 'page-opened', page: 'policy' };
    case 'open-scanner':
      return { type: 'page-opened', page: 'scanner' };
    case 'slip':
      return { type: 'slip-switched' };
    case 'camera':
      return { type: 'camera-switched' };
    case 'training':
      return { type: 'training-switched' };
    case 'lock':
      return { type: 'locked' };
    default:
      return unreachable(action);
  }
}

function recordAction(action: 'training' | 'lock', { isTraining, deskName }: DeskState): void {
  const training = isTraining ? 'training-off' : 'training-on';
  void kioskBridge().recordDeskAction({
    action: action === 'lock' ? 'desk-locked' : training,
    deskName,
  });
}

async function placeCustomer(isShown: boolean, dispatch: Dispatch<DeskEvent>): Promise<void> {
  const reply = await kioskBridge().showCustomerWindow({ isShown });
  if (reply.ok) dispatch({ type: 'customer-placed', place: reply.value });
}

/** After the page it stands on was drawn. */
function focusSoon(field: RefObject<HTMLInputElement | null>): void {
  requestAnimationFrame(() => {
    field.current?.focus();
    field.current?.select();
  });
}

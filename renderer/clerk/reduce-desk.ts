import { unreachable } from '../../shared/result.ts';
import { type DeskEvent, type DeskState, MAX_SITTING } from './desk-state.ts';

/** What the desk is after something happened. Pure; effects follow the state. */
export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'scan-answered':
      return withScan(state, event.scan);
    case 'scan-chosen':
      return { ...state, shown: event.id, page: 'check', isSlipShown: false };
    case 'cleared':
      return { ...state, shown: undefined, isSlipShown: false };
    case 'page-opened':
      return { ...state, page: event.page, isSlipShown: false };
    case 'compared':
      return withComparison(state, event.comparison);
    case 'training-switched':
      return withTraining(state);
    case 'camera-switched':
      return { ...state, isCameraOn: !state.isCameraOn };
    case 'slip-switched':
      return { ...state, isSlipShown: !state.isSlipShown && state.shown !== undefined };
    case 'locked':
      return { ...state, isLocked: true, isCameraOn: false };
    case 'unlocked':
      return { ...state, isLocked: false, deskName: event.deskName };
    case 'customer-placed':
      return { ...state, customer: event.place };
    case 'chosen':
      return { ...state, choices: { ...state.choices, ...event.choices } };
    default:
      return unreachable(event);
  }
}

type AnsweredScan = Extract<DeskEvent, { type: 'scan-answered' }>['scan'];

function withScan(state: DeskState, scan: AnsweredScan): DeskState {
  const id = (state.scans[0]?.id ?? 0) + 1;
  const scans = [{ ...scan, id, comparison: undefined }, ...state.scans].slice(0, MAX_SITTING);
  return { ...state, scans, shown: id, page: 'check', isSlipShown: false };
}

function withComparison(
  state: DeskState,
  comparison: Extract<DeskEvent, { type: 'compared' }>['comparison'],
): DeskState {
  const scans = state.scans.map((scan) =>
    scan.id === state.shown ? { ...scan, comparison } : scan,
  );
  return { ...state, scans, page: 'check', isSlipShown: false };
}

/** Practice and real work never share a list: the sitting begins anew either way. */
function withTraining(state: DeskState): DeskState {
  return {
    ...state,
    isTraining: !state.isTraining,
    scans: [],
    shown: undefined,
    isSlipShown: false,
    page: 'check',
  };
}

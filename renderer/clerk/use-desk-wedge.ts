import type { Dispatch, RefObject } from 'react';
import { DEFAULT_WEDGE_SETTINGS, type WedgeSettings } from '../../shared/ipc/wedge-settings.ts';
import { useWedge } from '../wedge/use-wedge.ts';
import { compareScan } from './compare/compare-scan.ts';
import { certificateOf, type DeskEvent, type DeskState, shownScan } from './desk-state.ts';
import type { Judge } from './use-desk-scan.ts';

interface WedgeParts {
  readonly state: DeskState;
  readonly dispatch: Dispatch<DeskEvent>;
  readonly judge: Judge;
  /** The field for the licence in hand. */
  readonly licence: RefObject<HTMLInputElement | null>;
  readonly settings: WedgeSettings;
}

const NOBODY_LISTENS: WedgeSettings = { ...DEFAULT_WEDGE_SETTINGS, isOn: false };

/**
 * Takes what a hand scanner types on any page of the desk. Behind the lock it is taken and dropped,
 * so that it cannot end up as the clerk's name; on the page that tests scanners it is that page's.
 */
export function useDeskWedge({ state, dispatch, judge, licence, settings }: WedgeParts): void {
  useWedge({
    settings: state.page === 'scanner' && !state.isLocked ? NOBODY_LISTENS : settings,
    onScan: (text, repaired) => {
      if (state.isLocked) return;
      const certificate = certificateOf(shownScan(state));
      const isForLicence = document.activeElement === licence.current;
      const comparison = certificate && compareScan(certificate.holderCode, text, isForLicence);
      if (comparison === undefined) void judge(text, 'wedge', repaired);
      else dispatch({ type: 'compared', comparison });
    },
    onProblem: (code) => {
      if (state.isLocked) return;
      const at = Math.floor(Date.now() / 1_000);
      const content = { kind: 'wedge-problem', code } as const;
      dispatch({ type: 'scan-answered', scan: { at, source: 'wedge', content } });
    },
  });
}

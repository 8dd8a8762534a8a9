import type { TFunction } from 'i18next';
import type { Terminal } from '../../../shared/ipc/contract.ts';
import { receiptNumber } from '../../slip/receipt.ts';
import { openWindows, type SlipContent } from '../../slip/slip.tsx';
import { deskLook, deskWords } from '../desk-content.ts';
import { certificateOf, type DeskScan, type DeskState } from '../desk-state.ts';

interface SlipSource {
  readonly scan: DeskScan;
  readonly state: DeskState;
  readonly terminal: Terminal;
}

/** What the slip of a scan at the desk says. */
export function slipOfScan({ scan, state, terminal }: SlipSource, t: TFunction): SlipContent {
  const verdict = scan.content.kind === 'verdict' ? scan.content.verdict : undefined;
  return {
    ...deskWords(scan.content, t, state.choices.language),
    hallName: terminal.hallName,
    note: terminal.slipNote,
    look: deskLook(scan.content),
    certificate: certificateOf(scan),
    hasGrade: verdict?.outcome === 'accepted',
    windows: openWindows(verdict),
    at: scan.at,
    place: { kind: 'desk', name: state.deskName },
    receipt: receiptNumber(scan),
    isDemo: state.isTraining || verdict?.trust.domain === 'demo',
  };
}

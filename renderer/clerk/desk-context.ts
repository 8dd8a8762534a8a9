import { createContext, type Dispatch, type RefObject, useContext } from 'react';
import type { Terminal, TrustState } from '../../shared/ipc/contract.ts';
import type { Batch } from './batch/use-batch.ts';
import type { DeskAction } from './desk-keys.ts';
import type { DeskEvent, DeskState } from './desk-state.ts';
import type { FileIntake } from './files/use-file-intake.ts';
import type { TodaysHistory } from './history/use-history.ts';
import type { Judge } from './use-desk-scan.ts';

/** A short word about what an action came to; said until the next one. */
export type DeskMessage =
  | { readonly kind: 'none' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'copy-failed' };

/** What every part of the desk may need. */
export interface DeskParts {
  readonly terminal: Terminal;
  readonly state: DeskState;
  readonly trust: TrustState | undefined;
  readonly dispatch: Dispatch<DeskEvent>;
  /** Does what a key or its button stands for. */
  readonly run: (action: DeskAction) => void;
  readonly judge: Judge;
  readonly batch: Batch;
  readonly today: TodaysHistory;
  readonly files: FileIntake;
  readonly message: DeskMessage;
  /** The field that is typed and pasted into. */
  readonly entry: RefObject<HTMLInputElement | null>;
  /** The field for the licence in hand. */
  readonly licence: RefObject<HTMLInputElement | null>;
}

export const DeskContext = createContext<DeskParts | undefined>(undefined);

/** The parts of the desk around a component. */
export function useDesk(): DeskParts {
  const parts = useContext(DeskContext);
  if (parts === undefined) throw new Error('used outside of the desk');
  return parts;
}

import { useSyncExternalStore } from 'react';
import type { Point } from '../scan/outline.ts';

/** What the live view shows of the scanner. */
export interface ScannerView {
  /** Corners of the code in view, in pixels of the video; empty when there is none. */
  readonly corners: readonly Point[];
  /** The code in view was answered already and does not count again. */
  readonly isRepeat: boolean;
}

/** A view that goes on changing. */
export interface ScannerViewSource {
  readonly current: () => ScannerView;
  /** Calls the listener on each change, until the function it gives is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

export const NOTHING_IN_VIEW: ScannerView = { corners: [], isRepeat: false };

/**
 * Holds what the scanner sees, which changes with every frame that shows a code. Only those who ask for
 * it are drawn anew then: the whole screen thirty times a second would leave the scanner little time.
 */
export function createScannerView(): ScannerViewSource & {
  readonly show: (view: ScannerView) => void;
} {
  const listeners = new Set<() => void>();
  let view = NOTHING_IN_VIEW;
  return {
    current: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (next) => {
      view = next;
      for (const listener of listeners) listener();
    },
  };
}

/**
 * A part of what the scanner sees, now and on every change of it.
 *
 * @param part gives the same value as before as long as it has not changed
 */
export function useScannerView<Part>(
  source: ScannerViewSource,
  part: (view: ScannerView) => Part,
): Part {
  return useSyncExternalStore(source.subscribe, () => part(source.current()));
}

import type { KioskBridge } from '../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script; the only way out of the page. */
    readonly kiosk: KioskBridge;
  }
}

/** The verbs the page can ask the main process for. */
export function kioskBridge(): KioskBridge {
  return window.kiosk;
}

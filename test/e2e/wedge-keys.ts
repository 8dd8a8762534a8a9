import type { CDPSession } from 'playwright';
import { type Computer, keyAt, placeOf } from '../renderer/keyboards.ts';

/** A scanner that types into the packaged program: real key events, as fast as it sends them. */
export interface Scanner {
  /** Types a text. @param pauseMs between two keys */
  type(text: string, pauseMs: number, computer?: Computer): Promise<void>;
  press(key: 'Enter' | 'Tab'): Promise<void>;
}

const SHIFT = 8;
const CODES = { Enter: 13, Tab: 9 } as const;

/** What Windows and Chromium call a key that an input method took. */
const PROCESS_KEY = 229;

/** Creates a scanner at the keyboard of a page. */
export function plugInScanner(session: CDPSession): Scanner {
  return {
    async type(text, pauseMs, computer = {}) {
      const sent: Promise<unknown>[] = [];
      const startS = Date.now() / 1_000;
      let dueMs = performance.now();
      // The next key does not wait for the page to have dealt with this one.
      for (const [index, character] of [...text].entries()) {
        const [code, shift] = placeOf(character);
        const key = keyAt(code, shift, computer);
        const isHidden = computer.inputMethod !== undefined;
        const timestamp = startS + (index * pauseMs) / 1_000;
        const common = { code, key, timestamp, modifiers: shift ? SHIFT : 0 };
        const virtualKey = isHidden ? PROCESS_KEY : key.toUpperCase().charCodeAt(0);
        const windowsVirtualKeyCode = virtualKey;
        const down = isHidden
          ? ({ type: 'rawKeyDown', ...common, windowsVirtualKeyCode } as const)
          : ({ type: 'keyDown', ...common, windowsVirtualKeyCode, text: key } as const);
        sent.push(session.send('Input.dispatchKeyEvent', down));
        sent.push(session.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' }));
        dueMs += pauseMs;
        while (performance.now() < dueMs) await new Promise((done) => setImmediate(done));
      }
      await Promise.all(sent);
    },
    async press(key) {
      const windowsVirtualKeyCode = CODES[key];
      const common = { key, code: key, windowsVirtualKeyCode };
      const text = key === 'Enter' ? { text: '\r' } : {};
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...text });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
    },
  };
}

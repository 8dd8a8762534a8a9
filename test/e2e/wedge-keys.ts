import type { CDPSession } from 'playwright';
import { type Computer, keyAt, placeOf } from '../renderer/keyboards.ts';

/** A scanner that types into the packaged program: real key events, as fast as it sends them. */
export interface Scanner {
  /** Types a text. */
  type(text: string, way: WayOfTyping): Promise<void>;
}

export interface WayOfTyping {
  /** Milliseconds between two keys. */
  readonly pauseMs: number;
  /** The key sent after the text, right behind its last character; without it none. */
  readonly end?: 'Enter' | 'Tab';
  readonly computer?: Computer;
  /** What else the computer does once it has this character of the text. */
  readonly meanwhile?: (index: number) => Promise<unknown> | undefined;
}

const SHIFT = 8;
const CODES = { Enter: 13, Tab: 9 } as const;

/** What Windows and Chromium call a key that an input method took. */
const PROCESS_KEY = 229;

/** Creates a scanner at the keyboard of a page. */
export function plugInScanner(session: CDPSession): Scanner {
  return {
    async type(text, { pauseMs, end, computer = {}, meanwhile }) {
      const sent: (Promise<unknown> | undefined)[] = [];
      const startS = Date.now() / 1_000;
      const timeOf = (index: number): number => startS + (index * pauseMs) / 1_000;
      let dueMs = performance.now();
      // The next key does not wait for the page to have dealt with this one, and each is stamped with
      // the scanner's own time: a page that is late still hears how fast it was.
      for (const [index, character] of [...text].entries()) {
        sent.push(...sendCharacter(session, character, timeOf(index), computer));
        sent.push(meanwhile?.(index));
        dueMs += pauseMs;
        while (performance.now() < dueMs) await new Promise((done) => setImmediate(done));
      }
      if (end !== undefined) sent.push(...sendEnd(session, end, timeOf(text.length)));
      await Promise.all(sent);
    },
  };
}

function sendCharacter(
  session: CDPSession,
  character: string,
  timestamp: number,
  computer: Computer,
): readonly Promise<unknown>[] {
  const [code, shift] = placeOf(character);
  const key = keyAt(code, shift, computer);
  const isHidden = computer.inputMethod !== undefined;
  const common = { code, key, timestamp, modifiers: shift ? SHIFT : 0 };
  const windowsVirtualKeyCode = isHidden ? PROCESS_KEY : key.toUpperCase().charCodeAt(0);
  const down = isHidden
    ? ({ type: 'rawKeyDown', ...common, windowsVirtualKeyCode } as const)
    : ({ type: 'keyDown', ...common, windowsVirtualKeyCode, text: key } as const);
  return [
    session.send('Input.dispatchKeyEvent', down),
    session.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' }),
  ];
}

function sendEnd(
  session: CDPSession,
  key: 'Enter' | 'Tab',
  timestamp: number,
): readonly Promise<unknown>[] {
  const common = { key, code: key, timestamp, windowsVirtualKeyCode: CODES[key] };
  const text = key === 'Enter' ? { text: '\r' } : {};
  return [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...text }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
  ];
}

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../build/virtual-camera/seeded-random.ts';
import type { KeyPress } from '../../renderer/wedge/key-press.ts';
import { createWedge, type WedgeOutcome } from '../../renderer/wedge/wedge.ts';
import { DEFAULT_WEDGE_SETTINGS, type WedgeSettings } from '../../shared/ipc/wedge-settings.ts';
import { type Computer, FRENCH_KEYBOARD, GERMAN_KEYBOARD, placeOf } from './keyboards.ts';
import { namedPress, pressAt } from './wedge-typist.ts';

const SEED = 20_261_125;
const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

function certificateText(random: () => number, length: number): string {
  const characters = Array.from({ length }, () => BASE45[Math.floor(random() * BASE45.length)]);
  return `PCC1:${characters.join('')}`;
}

/** Keys of a text, from one to ten milliseconds apart, with the Shift keys between them. */
function typed(text: string, random: () => number, computer: Computer = {}): KeyPress[] {
  let timeMs = 1_000;
  return [...text].flatMap((character) => {
    timeMs += 1 + Math.floor(random() * 10);
    const [code, shift] = placeOf(character);
    const press = pressAt(code, shift, timeMs, computer);
    return shift ? [namedPress('Shift', timeMs), press] : [press];
  });
}

function run(presses: readonly KeyPress[], isWriting = false, more: Partial<WedgeSettings> = {}) {
  const wedge = createWedge({ ...DEFAULT_WEDGE_SETTINGS, ...more });
  const steps = presses.map((press) => wedge.press(press, isWriting));
  const last = wedge.fallSilent();
  const outcomes: WedgeOutcome[] = steps.flatMap(({ outcome }) => (outcome ? [outcome] : []));
  return { steps, outcomes: last === undefined ? outcomes : [...outcomes, last] };
}

const msAfter = (presses: readonly KeyPress[], ms: number): number =>
  (presses.at(-1)?.timeMs ?? 0) + ms;

describe(`a scanner that types (seed ${SEED})`, () => {
  const random = createRandom(SEED);
  const texts = [20, 350, 420, 800, 1_195].map((length) => certificateText(random, length));

  it.each(texts)('is read, ended by silence: %#', (text) => {
    expect(run(typed(text, random)).outcomes).toEqual([{ kind: 'scan', text, repaired: [] }]);
  });

  it.each([['Enter'], ['Tab'], ['NumpadEnter']])(
    'is ended by %s, which does nothing else',
    (key) => {
      const text = certificateText(random, 400);
      const presses = typed(text, random);
      const { steps, outcomes } = run([...presses, namedPress(key, msAfter(presses, 3))]);
      expect(outcomes).toEqual([{ kind: 'scan', text, repaired: [] }]);
      expect(steps.at(-1)).toMatchObject({ isTaken: true });
    },
  );

  it('is ended once by carriage return and line feed, and by nothing that follows later', () => {
    const text = certificateText(random, 400);
    const presses = typed(text, random);
    const feed = { ...pressAt('KeyJ', false, msAfter(presses, 6)), isCommand: true };
    const person = namedPress('Enter', msAfter(presses, 400));
    const { steps, outcomes } = run([
      ...presses,
      namedPress('Enter', msAfter(presses, 3)),
      feed,
      person,
    ]);
    expect(outcomes).toEqual([{ kind: 'scan', text, repaired: [] }]);
    expect(steps.slice(-3).map(({ isTaken }) => isTaken)).toEqual([true, true, false]);
  });

  it('is read again and again, however soon the next code comes', () => {
    const first = typed(certificateText(random, 400), random);
    const second = typed(certificateText(random, 400), random);
    const pauseMs = msAfter(first, 120) - 1_000;
    const shifted = second.map((press) => ({ ...press, timeMs: press.timeMs + pauseMs }));
    expect(run([...first, ...shifted]).outcomes.map(({ kind }) => kind)).toEqual(['scan', 'scan']);
  });

  it.each([
    ['a German keyboard', { keyboard: GERMAN_KEYBOARD }, 'layout'],
    ['a French keyboard', { keyboard: FRENCH_KEYBOARD }, 'layout'],
    ['Caps Lock', { capsLock: true }, 'caps-lock'],
    ['an input method that takes keys', { inputMethod: 'takes-keys' }, 'input-method'],
  ] as const)('is read in spite of %s', (_name, computer, repair) => {
    const text = certificateText(random, 420);
    const { outcomes } = run(typed(text, random, computer));
    expect(outcomes).toEqual([{ kind: 'scan', text, repaired: [repair] }]);
  });

  it('set to a German keyboard is read on a US computer', () => {
    const text = certificateText(random, 420).replace(/[$%*+/]/g, '-');
    const german: Record<string, readonly [string, boolean]> = {
      Y: ['KeyZ', true],
      Z: ['KeyY', true],
      ':': ['Period', true],
      '-': ['Slash', false],
    };
    const presses = [...text].map((character, index) => {
      const [code, shift] = german[character] ?? placeOf(character);
      return pressAt(code, shift, 1_000 + index * 4);
    });
    expect(run(presses).outcomes).toEqual([{ kind: 'scan', text, repaired: ['layout'] }]);
  });

  it('behind an input method that hides everything is told, not guessed', () => {
    const presses = typed(certificateText(random, 420), random, { inputMethod: 'hides-places' });
    expect(run(presses).outcomes).toEqual([{ kind: 'problem', code: 'input-method' }]);
  });

  it('on a keyboard nobody knows is told by name', () => {
    const presses = typed(certificateText(random, 420), random).map((press) =>
      press.key === ':' ? { ...press, key: 'ж', code: 'IntlRo' } : press,
    );
    expect(run(presses).outcomes).toEqual([{ kind: 'problem', code: 'layout' }]);
  });

  it.each([
    [1, false],
    [200, false],
    [1, true],
    [3, true],
    [200, true],
  ])(
    'is read whole when a busy computer brings all keys after %i late, in a field: %s',
    (late, isWriting) => {
      const text = certificateText(random, 420);
      const presses = typed(text, random).filter(({ key }) => key !== 'Shift');
      const wedge = createWedge(DEFAULT_WEDGE_SETTINGS);
      const steps = presses.map((press, index) => {
        if (index === late) wedge.fallSilent();
        expect(wedge.goesOn(press)).toBe(index > 0);
        return wedge.press(press, isWriting);
      });
      expect(steps.slice(isWriting ? 5 : 2).every(({ isTaken }) => isTaken)).toBe(true);
      expect(wedge.fallSilent()).toEqual({ kind: 'scan', text, repaired: [] });
      const enter = wedge.press(namedPress('Enter', msAfter(presses, 20)), false);
      expect(enter).toEqual({ isTaken: true, isRevealed: false });
    },
  );

  it('is not what a person types before Enter, however late a busy computer brings it', () => {
    const wedge = createWedge(DEFAULT_WEDGE_SETTINGS);
    wedge.press(pressAt('KeyA', false, 1_000), true);
    wedge.fallSilent();
    const enter = wedge.press(namedPress('Enter', 1_080), true);
    expect(enter).toEqual({ isTaken: false, isRevealed: false });
  });

  it('gives other codes as they are, with small letters and question marks', () => {
    const text = 'https://qy.gsxt.gov.cn/ztyw?id=91310114MA1GT0000X&v=2';
    expect(run(typed(text, random)).outcomes).toEqual([{ kind: 'scan', text, repaired: [] }]);
  });

  it('that never stops is no text', () => {
    const presses = Array.from({ length: 9_000 }, (_, index) => pressAt('KeyA', true, index));
    expect(run(presses).outcomes).toEqual([{ kind: 'problem', code: 'too-long' }]);
  });

  it('loses prefix and suffix, and without them counts only where that is allowed', () => {
    const text = certificateText(random, 300);
    const framed = typed(`~>${text}<`, random);
    const bare = typed(text, random);
    const frame = { prefix: '~>', suffix: '<' };
    const scan = [{ kind: 'scan', text, repaired: [] }];
    expect(run(framed, false, frame).outcomes).toEqual(scan);
    expect(run(bare, false, frame).outcomes).toEqual(scan);
    expect(run(framed, false, { ...frame, onlyFramed: true }).outcomes).toEqual(scan);
    expect(run(bare, false, { ...frame, onlyFramed: true }).outcomes).toEqual([]);
  });

  it('drops the control characters between the parts of a text', () => {
    const text = certificateText(random, 60);
    const presses = typed(text, random);
    const separator = {
      ...pressAt('BracketRight', false, presses[20]?.timeMs ?? 0),
      isCommand: true,
    };
    const { outcomes, steps } = run([...presses.slice(0, 21), separator, ...presses.slice(21)]);
    expect(outcomes).toEqual([{ kind: 'scan', text, repaired: [] }]);
    expect(steps[21]?.isTaken).toBe(true);
  });
});

describe('a person who types', () => {
  const paced = (text: string, paceMs: number) =>
    [...text].map((character, index) => {
      const [code, shift] = placeOf(character);
      return pressAt(code, shift, 1_000 + index * paceMs);
    });

  it('in a text field keeps every key, even when quick', () => {
    for (const paceMs of [60, 90, 150, 300]) {
      const { steps, outcomes } = run(paced('91310114MA1GT0000X', paceMs), true);
      expect(steps.every(({ isTaken }) => !isTaken)).toBe(true);
      expect(outcomes).toEqual([]);
    }
  });

  it('who holds a key down is no scanner', () => {
    const held = Array.from({ length: 40 }, (_, index) => ({
      ...pressAt('KeyA', false, 1_000 + index * 30),
      isRepeat: index > 0,
    }));
    expect(run(held).outcomes).toEqual([]);
  });

  it('uses shortcuts undisturbed', () => {
    const copy = { ...pressAt('KeyC', false, 1_000), isCommand: true };
    const { steps } = run([copy, namedPress('F2', 1_050), namedPress('Escape', 1_400)]);
    expect(steps.every(({ isTaken }) => !isTaken)).toBe(true);
  });
});

describe('a scanner that types into a text field', () => {
  it('is revealed once, early, and from there on nothing more gets in', () => {
    const random = createRandom(SEED + 1);
    const text = certificateText(random, 400);
    const { steps, outcomes } = run(typed(text, random), true);
    const revealed = steps.findIndex(({ isRevealed }) => isRevealed);
    expect(revealed).toBeLessThan(12);
    expect(steps.filter(({ isRevealed }) => isRevealed)).toHaveLength(1);
    expect(outcomes).toEqual([{ kind: 'scan', text, repaired: [] }]);
  });
});

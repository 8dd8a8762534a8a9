import { describe, expect, it } from 'vitest';
import { createScannerView, NOTHING_IN_VIEW } from '../../renderer/state/scanner-view.ts';

const CODE = { corners: [{ x: 1, y: 2 }], isRepeat: false };

describe('what the scanner sees', () => {
  it('is nothing before the first frame', () => {
    expect(createScannerView().current()).toBe(NOTHING_IN_VIEW);
  });

  it('is there when those who show it are told of it', () => {
    const view = createScannerView();
    const shown: unknown[] = [];
    view.subscribe(() => shown.push(view.current()));
    view.subscribe(() => shown.push(view.current()));
    view.show(CODE);
    expect(shown).toEqual([CODE, CODE]);
  });

  it('is not told to those who have left the screen', () => {
    const view = createScannerView();
    let told = 0;
    const leave = view.subscribe(() => {
      told += 1;
    });
    view.show(CODE);
    leave();
    view.show(NOTHING_IN_VIEW);
    expect([told, view.current()]).toEqual([1, NOTHING_IN_VIEW]);
  });
});

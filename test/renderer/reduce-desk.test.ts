import { describe, expect, it } from 'vitest';
import {
  type DeskEvent,
  type DeskState,
  initialDesk,
  MAX_SITTING,
  shownScan,
} from '../../renderer/clerk/desk-state.ts';
import { reduceDesk } from '../../renderer/clerk/reduce-desk.ts';
import { trainingVerdict } from '../../renderer/clerk/training/training-verdict.ts';

const DESK = initialDesk('zh-CN', { deskName: '3', choices: null, programVersion: '1' });

function scan(at: number): DeskEvent {
  const content = { kind: 'verdict', verdict: trainingVerdict('green-channel', at) } as const;
  return { type: 'scan-answered', scan: { at, source: 'wedge', content } };
}

function deskAfter(...events: readonly DeskEvent[]): DeskState {
  return events.reduce(reduceDesk, DESK);
}

describe('the desk', () => {
  it('shows a scan until the next one or until it is cleared', () => {
    expect(shownScan(deskAfter(scan(1)))?.at).toBe(1);
    expect(shownScan(deskAfter(scan(1), scan(2)))?.at).toBe(2);
    const cleared = deskAfter(scan(1), { type: 'cleared' });
    expect(shownScan(cleared)).toBeUndefined();
    expect(cleared.scans).toHaveLength(1);
  });

  it('comes to the counter from any page when something is scanned', () => {
    expect(deskAfter({ type: 'page-opened', page: 'policy' }, scan(1)).page).toBe('check');
  });

  it('keeps the last scans of the sitting and no more', () => {
    const many = deskAfter(...Array.from({ length: MAX_SITTING + 5 }, (_, index) => scan(index)));
    expect(many.scans).toHaveLength(MAX_SITTING);
    expect(many.scans[0]?.at).toBe(MAX_SITTING + 4);
    expect(new Set(many.scans.map(({ id }) => id)).size).toBe(MAX_SITTING);
  });

  it('keeps a comparison with the scan it was made for', () => {
    const compared = deskAfter(
      scan(1),
      { type: 'compared', comparison: { kind: 'no-code' } },
      scan(2),
    );
    expect(compared.scans.map(({ comparison }) => comparison)).toEqual([
      undefined,
      { kind: 'no-code' },
    ]);
  });

  it('never mixes practice and real work', () => {
    const training = deskAfter(scan(1), { type: 'training-switched' });
    expect(training).toMatchObject({ isTraining: true, scans: [], shown: undefined });
    const back = [scan(2), { type: 'training-switched' } as const].reduce(reduceDesk, training);
    expect(back).toMatchObject({ isTraining: false, scans: [], shown: undefined });
  });

  it('switches the camera off when it is locked, and takes the name it is unlocked with', () => {
    const locked = deskAfter({ type: 'camera-switched' }, { type: 'locked' });
    expect(locked).toMatchObject({ isLocked: true, isCameraOn: false });
    const unlocked = reduceDesk(locked, { type: 'unlocked', deskName: '李' });
    expect(unlocked).toMatchObject({ isLocked: false, deskName: '李' });
  });
});

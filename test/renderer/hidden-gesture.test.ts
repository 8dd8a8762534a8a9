import { expect, it } from 'vitest';
import { createTapCounter } from '../../renderer/staff/hidden-gesture.ts';

const taps = (times: readonly number[], place: readonly [number, number] = [20, 20]) => {
  const count = createTapCounter();
  return times.map((nowMs) => count(place[0], place[1], nowMs)).filter(Boolean).length;
};
const every = (stepMs: number, count: number) =>
  Array.from({ length: count }, (_, i) => i * stepMs);

it('opens after seven quick taps in the corner, and once', () => {
  expect(taps(every(300, 6))).toBe(0);
  expect(taps(every(300, 7))).toBe(1);
  expect(taps(every(300, 13))).toBe(1);
});

it('does not open by slow taps, by taps elsewhere, or with one elsewhere in between', () => {
  expect(taps(every(900, 30))).toBe(0);
  expect(taps(every(100, 30), [400, 20])).toBe(0);
  const count = createTapCounter();
  const found = every(100, 12).map((nowMs, index) => count(index === 6 ? 500 : 20, 20, nowMs));
  expect(found).not.toContain(true);
});

import { describe, expect, it } from 'vitest';
import { classifyEntered, strangePlaces } from '../../renderer/clerk/check/entered-text.ts';

describe('what a clerk types', () => {
  it.each([
    ['', 'nothing'],
    ['PCC1:6BF', 'text'],
    ['https://example.org', 'text'],
    ['9131', 'part-of-code'],
    ['91310114 MA1GW61J6U', 'code'],
    ['91310114MA1GW61J6U9', 'text'],
  ])('%j is %s', (text, kind) => {
    expect(classifyEntered(text).kind).toBe(kind);
  });

  it('is a right code or one whose check character does not fit, grouped or not', () => {
    expect(classifyEntered('9131 0114 ma1g w61j 6u')).toEqual({
      kind: 'code',
      code: '91310114MA1GW61J6U',
      isRight: true,
    });
    expect(classifyEntered('91310114MA1GW61J6X')).toMatchObject({ isRight: false });
    // Real, issued by an early pilot region: let through.
    expect(classifyEntered('91350211M0000XUF46')).toMatchObject({ kind: 'code', isRight: false });
  });

  it('has letters that were taken for digits, each named by its place', () => {
    expect(strangePlaces('9I31OL')).toEqual([2, 5]);
    expect(strangePlaces('91310114MA1GW61J6U')).toEqual([]);
    expect(classifyEntered('9131O114')).toEqual({ kind: 'part-of-code', code: '9131O114' });
  });
});

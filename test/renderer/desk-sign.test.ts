import { describe, expect, it } from 'vitest';
import { compareScan } from '../../renderer/clerk/compare/compare-scan.ts';
import { signOfDesk } from '../../renderer/clerk/desk-sign.ts';
import { type DeskEvent, initialDesk } from '../../renderer/clerk/desk-state.ts';
import { reduceDesk } from '../../renderer/clerk/reduce-desk.ts';
import { trainingVerdict } from '../../renderer/clerk/training/training-verdict.ts';
import type { VerdictCode } from '../../shared/verify/verdict.ts';

const DESK = initialDesk('zh-CN', { deskName: '3', choices: null, programVersion: '1' });
const CODE = '91310114MA1GT0B8XN';
const OTHER_CODE = '91310110666007217T';

const answered = (code: VerdictCode): DeskEvent => {
  const content = { kind: 'verdict', verdict: trainingVerdict(code, 1_795_460_000) } as const;
  return { type: 'scan-answered', scan: { at: 1, source: 'wedge', content } };
};

/** What is heard at the last of the events. */
function heardAfter(...events: readonly DeskEvent[]) {
  const before = events.slice(0, -1).reduce(reduceDesk, DESK);
  return signOfDesk(before, events.slice(-1).reduce(reduceDesk, before));
}

describe('what is heard at the desk', () => {
  it.each([
    ['green-channel', 'accept'],
    ['standard-service', 'other'],
    ['expired', 'other'],
    ['bad-signature', 'refuse'],
    ['unknown-key', 'fault'],
    ['not-a-certificate', 'other'],
  ] as const)('is the sign of %s', (code, sign) => {
    expect(heardAfter(answered(code))).toBe(sign);
  });

  it('is the same for the same answer again, and trouble with the scanner is a fault', () => {
    expect(heardAfter(answered('bad-signature'), answered('bad-signature'))).toBe('refuse');
    const content = { kind: 'wedge-problem', code: 'layout' } as const;
    const event = { type: 'scan-answered', scan: { at: 1, source: 'wedge', content } } as const;
    expect(heardAfter(event)).toBe('fault');
  });

  it('tells a licence that fits from one that does not', () => {
    const comparisons = { match: CODE, mismatch: OTHER_CODE, 'no-code': 'nothing' } as const;
    const heard = Object.values(comparisons).map((licence) => {
      const comparison = compareScan(CODE, licence, true);
      if (comparison === undefined) throw new Error('it was not compared');
      return heardAfter(answered('green-channel'), { type: 'compared', comparison });
    });
    expect(heard).toEqual(['accept', 'refuse', 'other']);
  });

  it('is silence when an earlier answer is looked at again', () => {
    const match = { type: 'compared', comparison: { kind: 'match', code: CODE } } as const;
    const back = { type: 'scan-chosen', id: 1 } as const;
    expect(heardAfter(answered('expired'), match, answered('expired'), back)).toBeUndefined();
  });
});

describe('a code scanned while a certificate is shown', () => {
  it('is compared when it holds a company’s code, wherever the cursor is', () => {
    expect(compareScan(CODE, `https://example.cn/?code=${CODE}`, false)).toMatchObject({
      kind: 'match',
    });
    expect(compareScan(CODE, OTHER_CODE, false)).toMatchObject({ kind: 'mismatch' });
  });

  it('is judged when it is the next certificate, even with the cursor on the licence', () => {
    expect(compareScan(CODE, 'PCC1:ABC', true)).toBeUndefined();
    expect(compareScan(CODE, 'PCC2:ABC', true)).toBeUndefined();
  });

  it('is judged when nothing in it is a company’s code', () => {
    expect(compareScan(CODE, 'https://example.cn/', false)).toBeUndefined();
  });
});

import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { supportText } from '../../renderer/clerk/check/support-text.ts';
import type { DeskScan } from '../../renderer/clerk/desk-state.ts';
import { maskCode, receiptNumber } from '../../renderer/slip/receipt.ts';
import { GREEN_CHANNEL } from './sample-verdict.ts';

const SCAN: DeskScan = {
  id: 7,
  at: 1_795_460_000,
  source: 'wedge',
  comparison: undefined,
  content: { kind: 'verdict', verdict: GREEN_CHANNEL },
};

// The words do not matter here, only what is put beside them.
const t = ((key: string) => key) as TFunction;

describe('what a clerk sends to whoever looks after the terminal', () => {
  const text = supportText(SCAN, '0.1.0', t);

  it('says how the answer was found', () => {
    expect(text).toContain('accepted / green-channel');
    expect(text).toContain('0011223344556677');
    expect(text).toContain('policy: version 1');
  });

  it('holds nothing of the company or that leads to it', () => {
    const { holderName, holderCode, number, grade } =
      GREEN_CHANNEL.outcome === 'accepted' ? GREEN_CHANNEL.certificate : expect.fail();
    for (const secret of [holderName, holderCode, holderCode.slice(-4), number, ` ${grade} `]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('a slip', () => {
  it('shows only both ends of the company code', () => {
    expect(maskCode('91310114MA1GT0B8X7')).toBe('9131**********B8X7');
    expect(maskCode('91310114MA1GT0B8X7')).toHaveLength(18);
  });

  it('is found again by day, time in Shanghai and count of the sitting', () => {
    expect(receiptNumber(SCAN)).toBe('20261124-025320-007');
  });
});

import { describe, expect, it } from 'vitest';
import { showPolicy } from '../../electron/ipc/policy-handlers.ts';
import type { Policy } from '../../shared/trust/policy.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const limits = { noticeAfter: 1, noGreenChannelAfter: 2, refuseAfter: 3 };

const POLICY: Policy = {
  version: 7,
  domain: 'production',
  scale: [
    { code: 'B', rank: 3, name: words('良好'), meaning: words('…') },
    { code: 'A+', rank: 1, name: words('标杆'), meaning: words('…') },
  ],
  services: [
    {
      ...{ id: 'a', name: words('here'), halls: ['jiading-1'], perks: [words('faster')] },
      ...{ greenChannel: { grades: ['A+'], until: 2_000_000_000 }, window: '3' },
    },
    {
      ...{ id: 'b', name: words('elsewhere'), halls: ['jiading-2'], perks: [] },
      greenChannel: { grades: ['A+'], anyOfLists: ['city'] },
    },
    { id: 'c', name: words('all'), halls: ['*'], perks: [], greenChannel: { grades: [] } },
  ],
  freshness: { issuers: limits, policy: limits, status: limits },
  contact: words('12345'),
};

describe('the policy as people may read it', () => {
  it('puts the best grade first, whatever the order of the document', () => {
    expect(showPolicy(POLICY, undefined).scale.map(({ code }) => code)).toEqual(['A+', 'B']);
  });

  it('marks the services of this hall', () => {
    const isHere = (hall?: string) =>
      showPolicy(POLICY, hall).services.map((service) => service.isHere);
    expect(isHere('jiading-1')).toEqual([true, false, true]);
    expect(isHere()).toEqual([true, true, true]);
  });

  it('gives the terms of a service as the policy states them', () => {
    const [here, elsewhere] = showPolicy(POLICY, undefined).services;
    expect(here).toMatchObject({ grades: ['A+'], until: 2_000_000_000, window: '3' });
    expect(here).toHaveProperty('anyOfLists', []);
    expect(elsewhere).toHaveProperty('anyOfLists', ['city']);
  });
});

import { describe, expect, it } from 'vitest';
import type { CreditClaim } from '../../shared/certificate/claims.ts';
import type { Policy } from '../../shared/trust/policy.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { CHECK_STEPS } from '../../shared/verify/verdict.ts';
import { makeTestWorld, TEST_DAY, TEST_NOW } from '../world/test-world.ts';

type GreenChannel = Policy['services'][number]['greenChannel'];

/** The decision about one service with these conditions, for a company with this credit. */
function decide(greenChannel: GreenChannel, credit: Partial<CreditClaim> = {}, daysLater = 0) {
  const world = makeTestWorld({
    policy: (policy) => ({
      ...policy,
      services: policy.services.slice(0, 1).map((service) => ({ ...service, greenChannel })),
    }),
  });
  const text = world.issue((request) => ({ ...request, credit: { ...request.credit, ...credit } }));
  const verdict = checkScan(text, world.bundle, TEST_NOW + daysLater * TEST_DAY, {});
  if (verdict.outcome !== 'accepted') throw new Error(`not accepted: ${verdict.code}`);
  const [service] = verdict.services;
  return { code: verdict.code, open: service?.open, reason: service?.reason };
}

const open = { code: 'green-channel', open: true, reason: undefined };
const closed = (reason: string) => ({ code: 'standard-service', open: false, reason });
const grades = ['A+', 'A'];

describe('the green channel of a service', () => {
  it('asks for a grade', () => {
    expect(decide({ grades })).toEqual(open);
    expect(decide({ grades }, { grade: 'B' })).toEqual(closed('grade'));
  });

  it('may ask for a list besides', () => {
    expect(decide({ grades, anyOfLists: ['city', 'district'] })).toEqual(open);
    expect(decide({ grades, anyOfLists: ['city'] })).toEqual(closed('list'));
    expect(decide({ grades, anyOfLists: ['city'] }, { lists: [] })).toEqual(closed('list'));
  });

  it('may ask for a recent evaluation, counted in days of Shanghai', () => {
    // The tests' present is ten in the morning in Shanghai, day 20605.
    const today = 20_605;
    expect(decide({ grades, maxEvaluationAgeDays: 90 }, { evaluated: today - 90 })).toEqual(open);
    expect(decide({ grades, maxEvaluationAgeDays: 90 }, { evaluated: today - 91 })).toEqual(
      closed('evaluation-too-old'),
    );
  });

  it('may begin and end', () => {
    expect(decide({ grades, from: TEST_NOW, until: TEST_NOW + 1 })).toEqual(open);
    expect(decide({ grades, from: TEST_NOW + 1 })).toEqual(closed('not-in-force'));
    expect(decide({ grades, until: TEST_NOW })).toEqual(closed('not-in-force'));
  });

  it('is closed while the data is too old, but a lower grade stays the reason it is', () => {
    expect(decide({ grades }, {}, 8)).toEqual(closed('data-too-old'));
    expect(decide({ grades }, { grade: 'B' }, 8)).toEqual(closed('grade'));
  });
});

describe('the services of a hall', () => {
  const world = makeTestWorld({
    policy: (policy) => ({
      ...policy,
      services: policy.services.map((service, index) =>
        index === 0 ? service : { ...service, halls: ['harbour'] },
      ),
    }),
  });
  const servicesAt = (id?: string): readonly string[] => {
    const verdict = checkScan(
      world.issue(),
      world.bundle,
      world.now,
      id === undefined ? {} : { id },
    );
    return verdict.outcome === 'accepted' ? verdict.services.map((service) => service.id) : [];
  };

  it('are those of every hall and its own', () => {
    expect(servicesAt('harbour')).toHaveLength(4);
    expect(servicesAt('main')).toEqual(['company-registration']);
  });

  it('are all of them when no hall is named', () => {
    expect(servicesAt()).toHaveLength(4);
  });
});

describe('the checks of a verdict', () => {
  const world = makeTestWorld({ certificateKey: { notAfter: TEST_NOW - 2 * TEST_DAY } });
  const results = (text: string) =>
    checkScan(text, world.bundle, world.now, {}).checks.map(
      ({ step, result }) => `${step} ${result}`,
    );

  it('tell what passed, what failed and what was never reached', () => {
    expect(results(world.issue())).toEqual([
      ...CHECK_STEPS.slice(0, 9).map((step) => `${step} passed`),
      'key-period failed',
      ...CHECK_STEPS.slice(10).map((step) => `${step} skipped`),
    ]);
    expect(results('something else').at(0)).toBe('text failed');
  });

  it('name the claim that is not as it should be', () => {
    const good = makeTestWorld();
    const text = good.issue((request) => ({ ...request, holderCode: 'short' }));
    const { checks } = checkScan(text, good.bundle, good.now, {});
    expect(checks.find(({ result }) => result === 'failed')).toEqual({
      step: 'claims',
      result: 'failed',
      detail: 'claim 2',
    });
  });
});

describe('a demo bundle', () => {
  it('marks every verdict', () => {
    const demo = makeTestWorld({ policy: (policy) => ({ ...policy, domain: 'demo' }) });
    for (const text of [demo.issue(), 'https://www.example.org', '']) {
      expect(checkScan(text, demo.bundle, demo.now, {}).notes).toContain('demo');
    }
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../authority/default-policy.ts';
import { issueCertificate } from '../../authority/issue-certificate.ts';
import { lintPolicy, lintSuccessor } from '../../authority/office/lint-policy.ts';
import { simulatePolicy } from '../../authority/office/simulate-policy.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { goodRequest, issuerKey, makeTestWorld, TEST_DAY, TEST_NOW } from '../world/test-world.ts';
import { runAuthority } from './store-run-authority.ts';

const work = mkdtempSync(join(tmpdir(), 'policy-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The default policy as loose as JSON is, changed at one place. */
function changed(path: string, value: unknown): unknown {
  const policy: unknown = structuredClone(defaultPolicy('production', 1));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const target = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), policy);
  if (value === undefined) Reflect.deleteProperty(Object(target), last);
  else Reflect.set(Object(target), last, value);
  return policy;
}

const lint = (json: unknown) =>
  lintPolicy(json, TEST_NOW).findings.map(({ severity, path }) => `${severity} ${path}`);

describe('a policy before it is published', () => {
  it('has nothing to answer for when it is the default one', () => {
    for (const domain of ['production', 'demo'] as const)
      expect(lint(defaultPolicy(domain, 1))).toEqual([]);
  });

  it.each([
    [
      'an unknown grade',
      'services.1.greenChannel.grades',
      ['A+', 'AA', 'A'],
      'services[1].greenChannel.grades[1]',
    ],
    [
      'a service with no grade',
      'services.0.greenChannel.grades',
      [],
      'services[0].greenChannel.grades',
    ],
    ['a missing language', 'services.2.name', { 'zh-CN': '许可' }, 'services[2].name.en'],
    ['an empty text', 'scale.1.meaning.en', ' ', 'scale[1].meaning.en'],
    ['a perk in one language', 'services.0.perks.1.zh-CN', '', 'services[0].perks[1].zh-CN'],
    ['a doubled service', 'services.3.id', 'food-licence', 'services[3].id'],
    ['a doubled grade', 'scale.4.code', 'A', 'scale[4].code'],
    ['a doubled rank', 'scale.3.rank', 1, 'scale[3].rank'],
    ['a rank that is none', 'scale.3.rank', 3.5, 'scale[3].rank'],
    ['a code no certificate can hold', 'scale.0.code', 'A++++', 'scale[0].code'],
    ['no hall', 'services.0.halls', [], 'services[0].halls'],
    [
      'an empty list of lists',
      'services.3.greenChannel.anyOfLists',
      [],
      'services[3].greenChannel.anyOfLists',
    ],
    [
      'limits in the wrong order',
      'freshness.status.noticeAfter',
      90 * TEST_DAY,
      'freshness.status.noticeAfter',
    ],
    [
      'limits that refuse everything',
      'freshness.policy',
      { noticeAfter: 0, noGreenChannelAfter: 0, refuseAfter: 0 },
      'freshness.policy.refuseAfter',
    ],
    [
      'a time in milliseconds',
      'services.0.greenChannel.from',
      TEST_NOW * 1_000,
      'services[0].greenChannel.from',
    ],
    ['no contact in English', 'contact.en', '', 'contact.en'],
    ['no scale', 'scale', [], 'scale'],
    ['a missing part', 'freshness.issuers', undefined, 'freshness.issuers'],
    ['a number for a text', 'services.1.window', 5, 'services[1].window'],
  ])('is refused for %s, with its place', (_what, path, value, found) => {
    expect(lint(changed(path, value))).toContain(`error ${found}`);
  });

  it.each([
    ['no window', 'services.0.window', undefined, 'services[0].window'],
    ['no perk', 'services.1.perks', [], 'services[1].perks'],
    [
      'a grade left out above',
      'services.0.greenChannel.grades',
      ['A'],
      'services[0].greenChannel.grades',
    ],
    [
      'a list nobody is on',
      'services.3.greenChannel.anyOfLists',
      ['world'],
      'services[3].greenChannel.anyOfLists[0]',
    ],
    [
      'a period that is over',
      'services.0.greenChannel.until',
      TEST_NOW - 1,
      'services[0].greenChannel.until',
    ],
    [
      'a misspelt condition',
      'services.2.greenChannel.maxEvaluationAge',
      30,
      'services[2].greenChannel.maxEvaluationAge',
    ],
    [
      'withdrawals that may be old',
      'freshness.status.refuseAfter',
      400 * TEST_DAY,
      'freshness.status.refuseAfter',
    ],
    ['a scale out of order', 'scale.4.rank', 0.5, 'scale'],
  ])('is asked about %s', (_what, path, value, found) => {
    expect(lint(changed(path, value))).toContain(`warning ${found}`);
  });

  const twoPeriods = (until: number, from: number) => {
    const [first] = defaultPolicy('production', 1).services;
    if (first === undefined) throw new Error('no service');
    const { greenChannel } = first;
    return changed('services', [
      { ...first, greenChannel: { ...greenChannel, until } },
      { ...first, id: 'next', greenChannel: { ...greenChannel, from } },
    ]);
  };
  const later = TEST_NOW + 90 * TEST_DAY;

  it('may change a service on a day, without a gap and without an overlap', () => {
    expect(lint(twoPeriods(later, later))).toEqual([]);
    for (const from of [later - 1, later + 1])
      expect(lint(twoPeriods(later, from))).toEqual(['warning services[1].greenChannel.from']);
    const never = changed('services.0.greenChannel', { grades: ['A+'], from: later, until: later });
    expect(lint(never)).toContain('error services[0].greenChannel.until');
  });

  it('follows the published one with a higher version, in the same domain', () => {
    const published = defaultPolicy('production', 4);
    const paths = (next: typeof published) =>
      lintSuccessor(next, published).map(({ path }) => path);
    expect(paths(published)).toEqual([]);
    expect(paths({ ...published, services: [] })).toEqual(['version']);
    expect(paths({ ...published, version: 3 })).toEqual(['version']);
    expect(paths({ ...defaultPolicy('demo', 5) })).toEqual(['domain']);
    expect(paths({ ...published, version: 5, scale: published.scale.slice(1) })).toEqual(['scale']);
  });
});

describe('a certificate tried against a policy', () => {
  const { key } = issuerKey('Ed25519', ['certificate']);
  const textFor = (grade: string) => {
    const request = goodRequest();
    return issueCertificate({ ...request, credit: { ...request.credit, grade, lists: [] } }, key)
      .text;
  };
  const open = (grade: string, policy = defaultPolicy('production', 1)) =>
    simulatePolicy(policy, textFor(grade), { now: TEST_NOW, hall: undefined }).services.map(
      ({ open: isOpen, reason }) => (isOpen ? 'open' : reason),
    );

  it('gets the answers of the kiosk', () => {
    expect(open('A+')).toEqual(['open', 'open', 'open', 'list']);
    expect(open('C')).toEqual(['grade', 'grade', 'grade', 'grade']);
    const { bundle, now, policy, issue } = makeTestWorld();
    const text = issue();
    const verdict = checkScan(text, bundle, now, {});
    const { services } = simulatePolicy(policy, text, { now, hall: undefined });
    expect(verdict).toMatchObject({ outcome: 'accepted', services });
  });

  it('shows a grade that the new scale no longer has', () => {
    const policy = defaultPolicy('production', 2);
    const smaller = { ...policy, scale: policy.scale.slice(1) };
    const visit = { now: TEST_NOW, hall: undefined };
    expect(simulatePolicy(smaller, textFor('A+'), visit).isGradeKnown).toBe(false);
    expect(() => simulatePolicy(policy, 'HELLO', visit)).toThrow('text of a certificate');
  });
});

describe('check-policy', () => {
  const folder = join(work, 'office');

  it('checks an office and a file, and fails when a policy must not go out', () => {
    expect(runAuthority('init', folder, '--suite', 'Ed25519').status).toBe(0);
    const good = runAuthority('check-policy', folder);
    expect(good).toMatchObject({ status: 0, stderr: '' });
    expect(good.stdout).toContain('0 errors, 0 warnings');
    const file = join(work, 'bad.json');
    writeFileSync(file, JSON.stringify(changed('services.0.greenChannel.grades', ['S'])));
    const bad = runAuthority('check-policy', file);
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain('error: services[0].greenChannel.grades[0]: no grade "S"');
    writeFileSync(file, '{');
    expect(runAuthority('check-policy', file)).toMatchObject({ status: 1, stdout: '' });
  });

  it('sees a change without a new version, and tries a certificate', () => {
    expect(runAuthority('publish', folder)).toMatchObject({ status: 0, stderr: '' });
    const file = join(folder, 'policy.json');
    const policy = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...policy, services: policy.services.slice(1) }));
    expect(runAuthority('check-policy', folder).stdout).toContain(
      'error: version: has to be above 1',
    );
    const { text } = issueCertificate(goodRequest(), issuerKey('Ed25519', ['certificate']).key);
    const tried = runAuthority('check-policy', folder, '--certificate', text);
    expect(tried.stdout).toMatch(/food-licence +open, window 5/);
  });
});

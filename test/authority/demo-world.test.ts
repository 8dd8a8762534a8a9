import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeDemoWorld } from '../../authority/demo/make-demo-world.ts';
import { loadBundleFolder } from '../../electron/trust/load-bundle.ts';
import { MAX_CERTIFICATE_TEXT_LENGTH } from '../../shared/limits.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { VERDICT_CODES } from '../../shared/verify/verdict.ts';
import { TEST_DAY, TEST_NOW } from '../world/test-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'demo-world-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verdictsAt(now: number) {
  const world = makeDemoWorld(folder, now, () => undefined);
  const bundle = await loadBundleFolder(world.bundleFolder, now);
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.failure));
  const { value } = bundle;
  return world.samples.map((sample) => {
    const verdict = checkScan(sample.text, value, now, {});
    const kind = verdict.outcome === 'not-a-certificate' ? verdict.kind : undefined;
    return { id: sample.id, code: verdict.code, kind, notes: verdict.notes };
  });
}

describe('the demo world', () => {
  it('has a sample for each verdict a certificate can cause, and each gives it', async () => {
    const verdicts = await verdictsAt(TEST_NOW);
    const { samples } = makeDemoWorld(folder, TEST_NOW, () => undefined);
    expect(verdicts.map(({ id, code, kind }) => ({ id, code, kind }))).toEqual(
      samples.map(({ id, expected, expectedKind }) => ({ id, code: expected, kind: expectedKind })),
    );
    // What the terminal itself causes is no property of a certificate.
    const terminal = ['trust-missing', 'trust-too-old', 'clock-implausible'];
    const all = Object.values(VERDICT_CODES)
      .flat()
      .filter((code) => !terminal.includes(code));
    expect(all.filter((code) => !verdicts.some((verdict) => verdict.code === code))).toEqual([]);
    expect(verdicts.every(({ notes }) => notes.includes('demo'))).toBe(true);
  });

  it('keeps printed samples good for months, with a bundle as fresh as a sync', async () => {
    const before = makeDemoWorld(folder, TEST_NOW, () => undefined).samples;
    const later = TEST_NOW + 100 * TEST_DAY;
    const verdicts = await verdictsAt(later);
    expect(makeDemoWorld(folder, later, () => undefined).samples).toEqual(before);
    expect(verdicts.find(({ id }) => id === 'green-channel')).toMatchObject({
      code: 'green-channel',
      notes: ['demo'],
    });
    expect(verdicts.find(({ id }) => id === 'revoked')?.code).toBe('revoked');
  });

  it('is made anew when it was cut short', () => {
    rmSync(join(folder, 'samples.json'));
    expect(makeDemoWorld(folder, TEST_NOW, () => undefined).samples.length).toBeGreaterThan(19);
    expect(existsSync(join(folder, 'samples.json'))).toBe(true);
  });

  it('holds each sample as picture, drawing and text, and all on one page', () => {
    const { samples, contactSheet } = makeDemoWorld(folder, TEST_NOW, () => undefined);
    const files = readdirSync(join(folder, 'samples'));
    for (const { id } of samples) {
      for (const ending of ['png', 'svg', 'txt']) {
        expect(files.some((file) => file.endsWith(`-${id}.${ending}`))).toBe(true);
      }
    }
    const page = readFileSync(contactSheet, 'utf8');
    expect(page.match(/<svg/g)).toHaveLength(samples.length);
    expect(samples.every(({ text }) => text.length <= MAX_CERTIFICATE_TEXT_LENGTH)).toBe(true);
  });
});

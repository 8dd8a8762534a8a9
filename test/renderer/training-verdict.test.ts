import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { TRAINING_CODES, trainingVerdict } from '../../renderer/clerk/training/training-verdict.ts';
import { hasValidCheckCharacter } from '../../shared/certificate/company-code.ts';
import { VERDICT_CODES, VerdictSchema } from '../../shared/verify/verdict.ts';

const NOW = 1_795_500_000;

describe('the samples of the training', () => {
  it('are all the verdicts there are', () => {
    expect([...TRAINING_CODES].sort()).toEqual(Object.values(VERDICT_CODES).flat().sort());
  });

  it.each([...TRAINING_CODES])(
    '%s has the form of a real one and is marked as a sample',
    (code) => {
      const verdict = v.parse(VerdictSchema, trainingVerdict(code, NOW));
      expect(verdict).toMatchObject({ code, at: NOW, notes: ['demo'], trust: { domain: 'demo' } });
      const outcomes = Object.entries(VERDICT_CODES) as [string, readonly string[]][];
      expect(outcomes.find(([, codes]) => codes.includes(code))?.[0]).toBe(verdict.outcome);
    },
  );

  it.each([...TRAINING_CODES])('%s shows a certificate only once its claims were read', (code) => {
    const verdict = trainingVerdict(code, NOW);
    const failed = verdict.checks.findIndex(({ result }) => result === 'failed');
    const claims = verdict.checks.findIndex(({ step }) => step === 'claims');
    const isShown = verdict.outcome !== 'not-a-certificate' && verdict.certificate !== undefined;
    expect(isShown).toBe(failed === -1 || failed > claims);
  });

  it('are of an invented company whose code is in order', () => {
    const verdict = trainingVerdict('green-channel', NOW);
    const code = verdict.outcome === 'accepted' ? verdict.certificate.holderCode : '';
    expect(code).toMatch(/^91310114DEM/);
    expect(hasValidCheckCharacter(code)).toBe(true);
  });
});

import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { decodeCbor } from '../../shared/certificate/cbor.ts';
import { CERTIFICATE_RULES, decodeSign1 } from '../../shared/certificate/cose-sign1.ts';
import { preparePublicKey } from '../../shared/signature/public-key.ts';
import { type DgcCase, type DgcResults, judgeDgc, openText } from './dgc-chain.ts';
import { describeThirdParty, fromHex } from './third-party-data.ts';

/** Cases whose signature their software accepts and ours does not, on purpose. */
const REFUSED_BY_US: Readonly<Record<string, string>> = {
  CO1: 'RSA (PS256) is no suite of ours',
  CO2: 'RSA (PS256) is no suite of ours',
  CO20: 'alg stands only in the unprotected header, where anyone could change it',
  CO21: 'kid stands in both headers, which RFC 9052 §3 forbids',
};

/** Expectations about layers this product has not: the health claim, the key usage, the picture. */
const NOT_OURS = [
  'EXPECTEDDECODE',
  'EXPECTEDVALIDJSON',
  'EXPECTEDSCHEMAVALIDATION',
  'EXPECTEDKEYUSAGE',
  'EXPECTEDPICTUREDECODE',
];

describeThirdParty('dgc-common', (folder) => {
  const cases = folder.json<DgcCase>('.');

  it('has its 38 cases', () => {
    expect(cases).toHaveLength(38);
  });

  it.each(cases)('$name: $it.TESTCTX.DESCRIPTION', ({ name, it: example }) => {
    const results = judgeDgc(example);
    for (const [step, expected] of Object.entries(example.EXPECTEDRESULTS)) {
      if (NOT_OURS.includes(step)) continue;
      const differs = step === 'EXPECTEDVERIFY' && name in REFUSED_BY_US;
      expect(results, step).toMatchObject({ [step]: differs ? !expected : expected });
    }
  });

  it('tests every step of ours in both directions', () => {
    const seen = new Set(
      cases.flatMap(({ it: example }) =>
        Object.entries(example.EXPECTEDRESULTS)
          .filter(([step]) => !NOT_OURS.includes(step))
          .map(([step, expected]) => `${step} ${expected}`),
      ),
    );
    const steps: readonly (keyof DgcResults)[] = [
      'EXPECTEDUNPREFIX',
      'EXPECTEDB45DECODE',
      'EXPECTEDCOMPRESSION',
      'EXPECTEDVERIFY',
      'EXPECTEDEXPIRATIONCHECK',
    ];
    expect([...seen].sort()).toEqual(
      steps.flatMap((step) => [`${step} false`, `${step} true`]).sort(),
    );
  });

  it.each(['CO1', 'CO2'])('differs in %s: its key is RSA', (name) => {
    const { publicKey } = new X509Certificate(
      Buffer.from(caseNamed(name).TESTCTX.CERTIFICATE, 'base64'),
    );
    expect(publicKey.asymmetricKeyType).toBe('rsa');
    expect(preparePublicKey(publicKey.export({ format: 'der', type: 'spki' }))).toBeUndefined();
  });

  it.each(['CO20', 'CO21'])('differs in %s: its headers are refused as such', (name) => {
    const cose = openText(caseNamed(name).PREFIX).inflated ?? new Uint8Array();
    expect(cose.length).toBeGreaterThan(0);
    expect(judgeDgc(caseNamed(name)).EXPECTEDVERIFY).toBe(false);
    expect(decodeSign1(cose, CERTIFICATE_RULES).ok).toBe(false);
  });

  it('differs in CO19: a kid that is not signed makes no certificate', () => {
    expect(judgeDgc(caseNamed('CO19')).EXPECTEDVERIFY).toBe(true);
    expect(envelopeFits('CO19')).toBe(false);
  });

  it.each(['CO3', 'CO18', 'CO28'])('%s has the envelope of our certificates', (name) => {
    expect(judgeDgc(caseNamed(name)).EXPECTEDVERIFY).toBe(true);
    expect(envelopeFits(name)).toBe(true);
  });

  it('differs in health claims of indefinite length: our CBOR has none', () => {
    const written = cases.flatMap(({ it: { CBOR } }) => (CBOR === undefined ? [] : [CBOR]));
    const indefinite = written.filter((hex) => hex.startsWith('bf'));
    expect(indefinite.length).toBeGreaterThan(20);
    expect(indefinite.filter((hex) => decodeCbor(fromHex(hex)).ok)).toEqual([]);
  });

  it('differs in CBO1: its fault is in the health claim, which nobody here reads', () => {
    expect(caseNamed('CBO1').EXPECTEDRESULTS).toEqual({ EXPECTEDDECODE: false });
    expect(envelopeFits('CBO1')).toBe(true);
  });

  function envelopeFits(name: string): boolean {
    const { inflated } = openText(caseNamed(name).PREFIX);
    return inflated !== undefined && decodeSign1(inflated, CERTIFICATE_RULES).ok;
  }

  function caseNamed(name: string): DgcCase {
    const found = cases.find((example) => example.name === name);
    if (found === undefined) throw new Error(`no case ${name}`);
    return found.it;
  }
});

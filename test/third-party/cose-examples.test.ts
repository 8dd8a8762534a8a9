import type { KeyObject } from 'node:crypto';
import { expect, it } from 'vitest';
import { toHex } from '../../shared/bytes.ts';
import { CERTIFICATE_RULES, decodeSign1 } from '../../shared/certificate/cose-sign1.ts';
import {
  FOREIGN_RULES,
  judgeMessage,
  keyFromCoordinates,
  type Outcome,
} from './foreign-messages.ts';
import { describeThirdParty, fromHex } from './third-party-data.ts';

interface CoseKey {
  readonly crv: string;
  readonly x?: string;
  readonly y?: string;
  readonly x_hex?: string;
  readonly y_hex?: string;
}

interface CoseCase {
  readonly title: string;
  readonly fail?: boolean;
  readonly input: {
    readonly plaintext?: string;
    readonly plaintext_hex?: string;
    readonly sign0: { readonly key: CoseKey };
  };
  readonly intermediates?: { readonly ToBeSign_hex?: string };
  readonly output: { readonly cbor: string };
}

const FOLDERS = ['sign1-tests', 'ecdsa-examples', 'eddsa-examples', 'CWT'];

/** Where we answer otherwise than the example, on purpose. */
const DIFFERENCES: Readonly<Record<string, { readonly outcome: Outcome; readonly why: string }>> = {
  'sign-pass-01': {
    outcome: 'malformed',
    why: 'alg stands in the unprotected header, where anyone could change it',
  },
  'sign-pass-02': {
    outcome: 'bad-signature',
    why: 'it is signed over external data, and ours is always empty',
  },
  A_3: { outcome: 'malformed', why: 'it names no key, and the kid is how we find one' },
};

describeThirdParty('cose-examples', (folder) => {
  const cases = FOLDERS.flatMap((name) => folder.json<CoseCase>(name));

  it('has the twelve one-signature cases', () => {
    expect(cases).toHaveLength(12);
    expect(cases.filter((example) => example.it.fail)).toHaveLength(6);
  });

  it.each(cases)('$name', ({ name, it: example }) => {
    const outcome = judgeMessage(bytesOf(example), keyOf(example), FOREIGN_RULES);
    if (example.fail) expect(['malformed', 'bad-signature']).toContain(outcome);
    else expect(outcome).toBe(DIFFERENCES[name]?.outcome ?? 'verified');
  });

  it.each(Object.entries(DIFFERENCES))('differs in %s: $why', (name) => {
    // A difference that is none any more should leave the list.
    expect(cases.some((example) => example.name === name && !example.it.fail)).toBe(true);
  });

  it.each(cases)('$name is no certificate: its kid is not signed', ({ it: example }) => {
    expect(judgeMessage(bytesOf(example), keyOf(example), CERTIFICATE_RULES)).toBe('malformed');
  });

  it('sign-pass-03: without a tag only where the rules allow it', () => {
    const example = caseNamed('sign-pass-03');
    const tagged = { ...FOREIGN_RULES, tag: 'required' } as const;
    expect(judgeMessage(bytesOf(example), keyOf(example), FOREIGN_RULES)).toBe('verified');
    expect(judgeMessage(bytesOf(example), keyOf(example), tagged)).toBe('malformed');
  });

  it('A_3 verifies once its unprotected header names a key', () => {
    const example = caseNamed('A_3');
    // Head, bytes of the protected header, then the empty unprotected map: nothing signed changes.
    const [head, rest] = ['d28443a10126', 'a0'];
    const hex = example.output.cbor.toLowerCase();
    expect(hex.startsWith(head + rest)).toBe(true);
    const named = fromHex(`${head}a1044101${hex.slice(head.length + rest.length)}`);
    expect(judgeMessage(named, keyOf(example), FOREIGN_RULES)).toBe('verified');
  });

  it('agrees about the very bytes that are signed', () => {
    const same = cases.filter(({ name, it: { fail } }) => !fail && !(name in DIFFERENCES));
    expect(same).toHaveLength(3);
    for (const { it: example } of same) {
      const message = decodeSign1(bytesOf(example), FOREIGN_RULES);
      const signed = message.ok ? toHex(message.value.signedBytes) : message.failure;
      expect(signed).toBe(example.intermediates?.ToBeSign_hex?.toLowerCase());
    }
  });

  function caseNamed(name: string): CoseCase {
    const found = cases.find((example) => example.name === name);
    if (found === undefined) throw new Error(`no case ${name}`);
    return found.it;
  }
});

function bytesOf(example: CoseCase): Uint8Array {
  return fromHex(example.output.cbor);
}

function keyOf({ input }: CoseCase): KeyObject {
  const { crv, x, y, x_hex: xHex, y_hex: yHex } = input.sign0.key;
  const coordinate = (text?: string, hex?: string): Uint8Array | undefined => {
    if (hex !== undefined) return fromHex(hex);
    return text === undefined ? undefined : Buffer.from(text, 'base64url');
  };
  return keyFromCoordinates(crv, coordinate(x, xHex) ?? new Uint8Array(), coordinate(y, yHex));
}

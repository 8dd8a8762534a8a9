import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { issueCertificate } from '../../authority/issue-certificate.ts';
import { loadKeyFile, saveKeyFile } from '../../authority/keys/key-file.ts';
import {
  existingPassphrase,
  newPassphrase,
  type Passphrase,
} from '../../authority/keys/passphrase.ts';
import { localSigner, type Signer, withSigner } from '../../authority/keys/signer.ts';
import { generateSigningKey } from '../../authority/keys/signing-key.ts';
import { toBase64, toHex } from '../../shared/bytes.ts';
import { encodeCertificate } from '../../shared/certificate/encode-certificate.ts';
import { SUITES } from '../../shared/signature/suites.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { goodRequest, makeTestWorld, TEST_DAY, TEST_NOW } from '../world/test-world.ts';

const work = mkdtempSync(join(tmpdir(), 'keys-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const PASSPHRASE = 'four plain words 四个词';
const answer: Passphrase = () => PASSPHRASE;
const nobody: Passphrase = () => {
  throw new Error('nobody is to be asked');
};
const period = { notBefore: TEST_NOW - TEST_DAY, notAfter: TEST_NOW + TEST_DAY };
const terms = { uses: ['certificate'], state: 'active', ...period } as const;

let count = 0;
const newFile = () => join(work, `${++count}.json`);

function savedKey() {
  const key = generateSigningKey('Ed25519');
  const file = newFile();
  saveKeyFile(file, { key, ...terms }, { passphrase: PASSPHRASE });
  return { key, file };
}

function rewrite(file: string, change: (content: Record<string, unknown>) => object): void {
  const content: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...content, ...change(content) }));
}

describe('a key file', () => {
  it.each(SUITES)('of suite %s opens with its passphrase and signs', (suite) => {
    const key = generateSigningKey(suite);
    const file = newFile();
    saveKeyFile(file, { key, ...terms }, { passphrase: PASSPHRASE });
    const loaded = loadKeyFile(file, answer);
    expect(loaded).toMatchObject({ ...terms, key: { suite, kid: key.kid } });
    const { bundle, now } = makeTestWorld({ certificateKey: loaded });
    const { text } = issueCertificate({ ...goodRequest(), issuedAt: TEST_NOW - 60 }, loaded.key);
    expect(checkScan(text, bundle, now, {}).code).toBe('green-channel');
  });

  it('holds the secret in no readable form, with the cost of a guess, for its owner only', () => {
    const { key, file } = savedKey();
    const content = readFileSync(file, 'utf8');
    for (const spelling of [
      toBase64(key.secret),
      toHex(key.secret),
      toBase64(key.secret.slice(-32)),
    ])
      expect(content).not.toContain(spelling);
    expect(JSON.parse(content).protection).toMatchObject({ N: 131_072, r: 8, p: 1 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is never written over', () => {
    const { file } = savedKey();
    expect(() => saveKeyFile(file, { key: generateSigningKey('SM2'), ...terms }, 'none')).toThrow(
      'EEXIST',
    );
  });

  it('tells its public half without a passphrase, and asks once however often it signs', () => {
    const { key, file } = savedKey();
    let asked = 0;
    const loaded = loadKeyFile(file, () => {
      asked++;
      return PASSPHRASE;
    });
    expect(toHex(loaded.key.publicKeyInfo)).toBe(toHex(key.publicKeyInfo));
    expect(asked).toBe(0);
    for (let turn = 0; turn < 3; turn++) loaded.key.sign(new Uint8Array(turn));
    expect(asked).toBe(1);
  });

  it('says in one line that a passphrase is wrong, and not which', () => {
    const { file } = savedKey();
    const wrong = loadKeyFile(file, () => 'something else entirely');
    expect(() => wrong.key.sign(new Uint8Array(1))).toThrow(
      `wrong passphrase for ${file}, or the file was changed`,
    );
  });

  it.each([
    ['its state', () => ({ state: 'retired' })],
    ['its uses', () => ({ uses: ['certificate', 'status'] })],
    ['its period', () => ({ notAfter: TEST_NOW + 900 * TEST_DAY })],
    ['its public key', () => ({ spki: toBase64(generateSigningKey('Ed25519').publicKeyInfo) })],
    [
      'the sealed bytes',
      ({ protection }) => ({ protection: { ...Object(protection), box: 'AAAA' } }),
    ],
  ] satisfies [string, (content: Record<string, unknown>) => object][])(
    'does not sign when somebody changed %s',
    (_what, change) => {
      const { file } = savedKey();
      rewrite(file, change);
      expect(() => loadKeyFile(file, answer).key.sign(new Uint8Array(1))).toThrow('was changed');
    },
  );

  it.each([
    ['a first format', () => ({ format: 1 })],
    ['no protection named', () => ({ protection: undefined, secret: 'AAAA' })],
    ['an absurd cost', ({ protection }) => ({ protection: { ...Object(protection), N: 2 ** 40 } })],
    ['a public key that is no base64', () => ({ spki: '?' })],
  ] satisfies [string, (content: Record<string, unknown>) => object][])(
    'is refused with %s',
    (_what, change) => {
      const { file } = savedKey();
      rewrite(file, change);
      expect(() => loadKeyFile(file, nobody)).toThrow('no issuer key in');
    },
  );

  it('without encryption says so in the open', () => {
    const file = newFile();
    saveKeyFile(file, { key: generateSigningKey('Ed25519'), ...terms }, 'none');
    expect(JSON.parse(readFileSync(file, 'utf8')).protection).toBe('none');
    expect(loadKeyFile(file, nobody).key.sign(new Uint8Array(1))).toHaveLength(64);
  });
});

describe('a passphrase', () => {
  it('comes from a file before the environment, without its line break', () => {
    const file = newFile();
    writeFileSync(file, 'from the file\r\n');
    const environment = { AUTHORITY_PASSPHRASE: 'from the environment' };
    expect(existingPassphrase({ file, environment })('certificate')).toBe('from the file');
    expect(existingPassphrase({ environment })('certificate')).toBe('from the environment');
    expect(
      existingPassphrase({ environment: { AUTHORITY_PASSPHRASE_FILE: file } })('certificate'),
    ).toBe('from the file');
  });

  it('has a least length for new keys, and its words are in no message', () => {
    const short = { environment: { AUTHORITY_PASSPHRASE: 'geheim' } };
    expect(() => newPassphrase(short)).toThrow('12 or more');
    expect(() => newPassphrase(short)).not.toThrow('geheim');
  });

  // In a session of its own there is no terminal to ask on.
  const run = (args: readonly string[], environment: Record<string, string>) =>
    spawnSync('setsid', ['--wait', process.execPath, 'authority/cli.ts', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...environment },
    });

  it('is required for a production office, and nothing is made without one', () => {
    const folder = join(work, 'locked-out');
    const { status, stderr } = run(['init', folder], {});
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^authority: new keys need a passphrase; give --passphrase-file[^\n]*\n$/,
    );
    expect(readdirSync(work)).not.toContain('locked-out');
  });

  it('is not required for a demo, whose key files say so', () => {
    const folder = join(work, 'demo');
    const { status, stdout } = run(['init', folder, '--domain', 'demo'], {});
    expect(status).toBe(0);
    expect(stdout).toContain('not encrypted');
    const key: unknown = JSON.parse(readFileSync(join(folder, 'keys', 'status.json'), 'utf8'));
    expect(key).toMatchObject({ protection: 'none' });
  });

  const hasScript = spawnSync('script', ['--version']).status === 0;

  it.skipIf(!hasScript)('is asked for on a terminal and does not appear there', async () => {
    const folder = join(work, 'typed');
    const command = `${process.execPath} authority/cli.ts init ${folder}`;
    // `script` gives the program a terminal and prints what stands on it.
    const terminal = spawn('script', ['-qec', command, '/dev/null'], {
      env: { PATH: process.env.PATH ?? '' },
    });
    let screen = '';
    let answered = 0;
    terminal.stdout.on('data', (bytes: Buffer) => {
      screen += bytes.toString();
      const questions = ['passphrase for the new keys: ', 'once more: '];
      if (!screen.includes(questions[answered] ?? '\0')) return;
      answered++;
      terminal.stdin.write(`${PASSPHRASE}\n`);
    });
    expect(await once(terminal, 'close')).toEqual([0, null]);
    expect(answered).toBe(2);
    expect(screen).not.toContain('four plain words');
    const key = loadKeyFile(join(folder, 'keys', 'status.json'), answer).key;
    expect(key.sign(new Uint8Array(1))).toHaveLength(64);
  });
});

describe('a signer', () => {
  const claims = { ...goodRequest(), number: new Uint8Array(16), notBefore: TEST_NOW - TEST_DAY };

  it('may answer later, as a hardware module does, with the same certificate', async () => {
    const { certificateKey, bundle, now } = makeTestWorld();
    const local = localSigner(certificateKey.key);
    const slow: Signer = { ...local, sign: async (bytes) => local.sign(bytes) };
    const text = await withSigner(slow, (signer) => encodeCertificate(claims, signer));
    expect(text).toBe(await withSigner(local, (signer) => encodeCertificate(claims, signer)));
    expect(checkScan(text, bundle, now, {}).code).toBe('green-channel');
  });

  it('tells public things only', () => {
    const description = localSigner(generateSigningKey('SM2')).describe();
    expect(Object.keys(description).sort()).toEqual(['algorithm', 'kid', 'publicKeyInfo', 'suite']);
  });
});

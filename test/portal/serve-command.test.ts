import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openOfficeStore } from '../../authority/store/open-store.ts';
import { work } from './portal-office.ts';
import { newVisitor } from './visitor.ts';

const CODE = '91310114DEM10RGR32';
const folder = join(work, 'served');
const servers: ChildProcess[] = [];

function authority(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['authority/cli.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, stdout, stderr };
}

async function serve(...args: readonly string[]): Promise<{
  readonly server: ChildProcess;
  readonly url: string;
  readonly portal: boolean;
}> {
  const command = ['authority/cli.ts', 'serve', folder, '--port', '0', '--json', ...args];
  const server = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  servers.push(server);
  const [line] = server.stdout === null ? [] : await once(server.stdout, 'data');
  return { server, ...JSON.parse(String(line)) };
}

/** Sends the form of the sign-in and hangs up as soon as the server works on it. */
async function signInAndLeave(
  { origin, host, port, hostname }: URL,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const body = new URLSearchParams(fields).toString();
  const head = [
    'POST /sign-in HTTP/1.1',
    `Host: ${host}`,
    `Origin: ${origin}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ];
  const socket = connect(Number(port), hostname);
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  await once(socket, 'connect');
  // Answered after the form was read: the server takes what comes in its order.
  expect((await fetch(`${origin}/help`)).status).toBe(200);
  socket.destroy();
}

beforeAll(async () => {
  // Under the passphrase of the tests' environment.
  expect(authority(['init', folder, '--suite', 'Ed25519']).stderr).toBe('');
  const store = await openOfficeStore(folder);
  const batch = await store.companies.startImport({ companiesFile: 'c', recordsFile: '' });
  const company = {
    code: CODE,
    name: '上海云杉样例有限公司',
    division: '310114',
    registered: 15_000,
  };
  await batch.addCompanies([{ line: 1, company }]);
  const cause = { who: 'tester', at: 1_790_000_000, why: '' };
  await batch.commit({ cause, onFinding: () => undefined, detail: {} });
  await store.close();
});
afterEach(() => {
  for (const server of servers.splice(0)) server.kill('SIGKILL');
});

describe('authority serve', () => {
  it('opens the portal, lets the office give out a code meanwhile, and stops when asked to', async () => {
    const { server, url, portal } = await serve();
    expect(portal).toBe(true);
    const given = authority(['access-code', folder, CODE, '--json']);
    const { accessCode } = JSON.parse(given.stdout);
    expect(accessCode).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-?){4}$/);
    const visitor = newVisitor(new URL(url).origin);
    expect((await visitor.signIn(CODE, accessCode)).status).toBe(303);
    expect((await visitor.get('/')).text).toContain('上海云杉样例有限公司');

    const { port } = new URL(url);
    const second = authority(['serve', folder, '--port', port]);
    expect(second.status).toBe(1);
    expect(second.stderr).toBe(
      `authority: port ${port} of 127.0.0.1 is in use, perhaps by another "authority serve"; stop it or give another --port\n`,
    );
    server.kill('SIGTERM');
    const [exitCode] = await once(server, 'exit');
    expect(exitCode).toBe(0);
  });

  it('ends what is under way before the store is closed, though nobody waits for the answer', async () => {
    const given = authority(['access-code', folder, CODE, '--json']);
    const { accessCode } = JSON.parse(given.stdout);
    const { server, url } = await serve();
    let log = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    const exited = once(server, 'close');
    const visitor = newVisitor(new URL(url).origin);
    expect((await visitor.signIn(CODE, 'wrong')).status).toBe(422);
    await signInAndLeave(new URL(url), { company: CODE, access: accessCode });
    server.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(log).toBe('');
    const store = await openOfficeStore(folder);
    // The right code was compared and noted: the failure before it counts no more.
    expect(await store.access.access(CODE)).toMatchObject({ failures: 0 });
    await store.close();
  });

  it('says at its start that the passphrase is wrong', () => {
    const wrong = { AUTHORITY_PASSPHRASE: 'not the words of this office' };
    const { status, stderr } = authority(['serve', folder, '--port', '0'], wrong);
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^authority: wrong passphrase .*\n$/),
    ]);
  });

  it('needs no passphrase for the repository alone, and has no portal then', async () => {
    const { url, portal } = await serve('--repository-only');
    expect(portal).toBe(false);
    expect((await fetch(`${url}metadata/timestamp.json`)).status).toBe(200);
    const answers = await Promise.all(
      ['', 'sign-in', 'healthz'].map(async (path) => (await fetch(url + path)).status),
    );
    expect(answers).toEqual([404, 404, 200]);
  });

  it.each([
    [['--sso-header', 'x-user'], 64, '--sso-header needs --proxy'],
    [['--proxy', 'proxy.example'], 64, '--proxy takes IP addresses'],
    [['--public-url', 'https://a.example/portal'], 64, 'without a path'],
    [['--host', '192.0.2.1'], 1, 'this machine has no address'],
    [['--scheme', 'nowhere.json'], 1, 'nowhere.json'],
  ] as const)('refuses %j in one line', (args, status, words) => {
    const answer = authority(['serve', folder, '--port', '0', ...args]);
    expect(answer.stderr).toContain(words);
    expect([answer.status, answer.stderr.trim().split('\n').length]).toEqual([status, 1]);
  });
});

describe('authority access-code', () => {
  it.each([
    [['91310114DEM2B86H7A'], 1, 'the office knows no company'],
    [['9131'], 64, 'CODE is a unified code'],
    [[], 64, 'DIR and CODE are needed'],
  ] as const)('refuses %j in one line', (args, status, words) => {
    const answer = authority(['access-code', folder, ...args]);
    expect(answer.stderr).toContain(words);
    expect([answer.status, answer.stderr.trim().split('\n').length]).toEqual([status, 1]);
  });
});

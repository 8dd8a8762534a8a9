import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newAccessCode } from '../../authority/portal/access-code.ts';
import { makeAccessSecret } from '../../authority/portal/access-secret.ts';
import { openOfficeStore } from '../../authority/store/open-store.ts';
import { autocannon, type Load } from './autocannon.ts';
import { table } from './markdown-table.ts';

const COMPANIES = 100;
const SECONDS = 8;
const CONNECTIONS = 16;

/**
 * What `authority serve` answers a second, bound to one processor where `taskset` is there, the load
 * coming from another. Every visitor is signed in by a session of its own, and every page is read
 * from the store. "a CPU second" counts the server's own processor time, so that it is comparable
 * between a busy machine and a quiet one.
 */
export async function benchPortal(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'));
  let server: ChildProcess | undefined;
  try {
    const holders = makeOffice(folder);
    const codes = await giveAccessCodes(folder, holders);
    server = startServer(folder);
    const url = await addressOf(server);
    const cookies: string[] = [];
    // One after the other: the door compares a few codes at a time, and counts who asks again.
    for (const [index, code] of codes.entries()) cookies.push(await signIn(url, code, index));
    const personal = (path: string) => cookies.map((cookie) => ({ path, headers: { cookie } }));
    const views = {
      'certificate view (/)': personal('/'),
      'reasons (/reasons)': personal('/reasons'),
      'live code (/show/code)': personal('/show/code'),
      'printable page (/certificate.pdf)': personal('/certificate.pdf'),
      'trust repository (timestamp)': [{ path: '/metadata/timestamp.json' }],
    };
    const rows: string[][] = [];
    for (const [name, requests] of Object.entries(views))
      rows.push(await measure(name, { url, requests, server }));
    const heads = ['', 'answers/s', 'answers a CPU second', 'p50', 'p99', 'not answered'];
    console.log(table(heads, rows));
  } finally {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Measured = Pick<Load, 'url' | 'requests'> & { readonly server: ChildProcess };

async function measure(name: string, { url, requests, server }: Measured): Promise<string[]> {
  // Warm: each company once, so that what can be remembered is.
  for (const { path, headers = {} } of requests) await fetch(new URL(path, url), { headers });
  const before = cpuSeconds(server);
  const load = { url, requests, connections: CONNECTIONS, duration: SECONDS };
  const result = await autocannon(load);
  const used = cpuSeconds(server) - before;
  const { total, average } = result.requests;
  const failed = result.non2xx + result.errors + result.timeouts;
  const { p50, p99 } = result.latency;
  const perCpu = used > 0 ? String(Math.round(total / used)) : '-';
  return [name, String(Math.round(average)), perCpu, `${p50} ms`, `${p99} ms`, String(failed)];
}

function makeOffice(folder: string): readonly string[] {
  authority('init', folder, '--domain', 'demo', '--suite', 'Ed25519');
  authority('generate', folder, '--companies', String(COMPANIES * 2), '--seed', '7');
  const [companies, records] = [join(folder, 'companies.csv'), join(folder, 'records.csv')];
  authority('import', folder, '--companies', companies, '--records', records);
  authority('rate', folder);
  authority('issue', folder, '--grade', 'A', '--out', join(folder, 'out'));
  authority('publish', folder);
  const lines = readFileSync(companies, 'utf8').split('\n').slice(1);
  return lines.map((line) => line.split(',')[0] ?? '').slice(0, COMPANIES);
}

function authority(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['authority/cli.ts', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`authority ${args.join(' ')}: ${stderr}`);
}

interface Entry {
  readonly company: string;
  readonly access: string;
}

async function giveAccessCodes(
  folder: string,
  holders: readonly string[],
): Promise<readonly Entry[]> {
  const store = await openOfficeStore(folder);
  const cause = { who: 'bench', at: 1_790_000_000, why: '' };
  const entries: Entry[] = [];
  for (const company of holders) {
    const access = newAccessCode();
    await store.access.setSecret(company, await makeAccessSecret(access), cause);
    entries.push({ company, access });
  }
  await store.close();
  return entries;
}

function startServer(folder: string): ChildProcess {
  const serve = ['authority/cli.ts', 'serve', folder, '--port', '0', '--json'];
  // Everybody comes from this machine; the header lets each be counted as somebody else.
  const args = [...serve, '--proxy', '127.0.0.1'];
  const canBind = spawnSync('taskset', ['--version']).status === 0;
  const [program = '', ...rest] = canBind
    ? ['taskset', '-c', '0', process.execPath, ...args]
    : [process.execPath, ...args];
  console.log(canBind ? 'server bound to one processor' : 'no taskset: server not bound');
  return spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('no output');
  const [line] = await once(server.stdout, 'data');
  const { url }: { url: string } = JSON.parse(String(line));
  return url;
}

async function signIn(url: string, entry: Entry, index: number): Promise<string> {
  const answer = await fetch(new URL('/sign-in', url), {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...entry }) },
    headers: { origin: new URL(url).origin, 'x-forwarded-for': `198.51.100.${index + 1}` },
  });
  const [cookie] = answer.headers.getSetCookie();
  if (answer.status !== 303 || cookie === undefined) throw new Error(`sign-in: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}

/** Processor time of the server so far, all threads; 0 where the system does not tell. */
function cpuSeconds({ pid }: ChildProcess): number {
  const TICKS_PER_SECOND = 100;
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    // Not Linux.
    return 0;
  }
}

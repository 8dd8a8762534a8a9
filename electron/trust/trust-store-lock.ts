import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { failure, type Result, success } from '../../shared/result.ts';
import { MAX_LOCK_AGE_SECONDS } from './limits.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { TrustDisk } from './trust-store-disk.ts';
import { parseStrictJson } from './tuf-json.ts';
import { fileErrorCode } from './verify-repository-files.ts';

/** The right to change a trust store, held by one process at a time. */
export interface StoreLock {
  /** Whether it is still ours: the last look before a commit becomes visible. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

const LockFile = v.object({
  token: v.string(),
  pid: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Start of the process where the system tells it: after a restart another may bear its number. */
  start: v.string(),
  /** Seconds since the machine was started, which no change of the clock moves. */
  uptime: v.pipe(v.number(), v.safeInteger()),
});
type LockFile = v.InferOutput<typeof LockFile>;

const heldHere = new Set<string>();

/** Takes the lock of a store, breaking one whose process is gone; `busy` while another lives. */
export async function takeLock(
  disk: TrustDisk,
  folder: string,
): Promise<Result<StoreLock, TrustFailure>> {
  const file = join(folder, 'lock');
  const token = randomUUID();
  for (let attempt = 0; attempt < 3; attempt++) {
    const created = await createLock(disk, file, token);
    if (created === 'created') return success(heldLock(disk, file, token));
    if (created !== 'exists')
      return failure({ code: 'disk-error', subject: 'lock', detail: created });
    if (!(await breakStaleLock(disk, file))) break;
  }
  return failure({ code: 'busy', subject: 'lock' });
}

function heldLock(disk: TrustDisk, file: string, token: string): StoreLock {
  heldHere.add(token);
  const isHeld = async (): Promise<boolean> => (await readLock(file))?.token === token;
  return {
    isHeld,
    release: async () => {
      heldHere.delete(token);
      // Failing to remove it is no harm: the next to come finds that nobody holds it.
      if (await isHeld()) await disk.remove(file).catch(onlyFileErrors);
    },
  };
}

async function createLock(disk: TrustDisk, file: string, token: string): Promise<string> {
  const content = { token, pid: process.pid, start: startOf(process.pid), uptime: upFor() };
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'wx', 0o600);
    await handle.writeFile(JSON.stringify(content));
    return 'created';
  } catch (error) {
    const code = onlyFileErrors(error);
    // On a full disk the name is there and nothing in it.
    if (handle !== undefined) await disk.remove(file).catch(onlyFileErrors);
    return code === 'EEXIST' ? 'exists' : code;
  } finally {
    await handle?.close();
  }
}

/** Moves a stale lock away; whoever moves it first may try again. */
async function breakStaleLock(disk: TrustDisk, file: string): Promise<boolean> {
  const found = await readLock(file);
  if (found !== undefined && isAlive(found)) return false;
  // An empty or torn lock may be one that is being written this very moment.
  if (found === undefined && !(await staysUnreadable(file))) return false;
  const aside = `${file}.stale-${randomUUID()}`;
  try {
    await disk.rename(file, aside);
  } catch (error) {
    return onlyFileErrors(error) === 'ENOENT';
  }
  await disk.remove(aside).catch(onlyFileErrors);
  return true;
}

async function staysUnreadable(file: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return (await readLock(file)) === undefined;
}

async function readLock(file: string): Promise<LockFile | undefined> {
  try {
    const parsed = v.safeParse(LockFile, parseStrictJson(await readFile(file)));
    return parsed.success ? parsed.output : undefined;
  } catch (error) {
    onlyFileErrors(error);
    return undefined;
  }
}

function isAlive({ token, pid, start, uptime: takenAt }: LockFile): boolean {
  if (pid === process.pid) return heldHere.has(token);
  const age = upFor() - takenAt;
  if (age < 0 || age > MAX_LOCK_AGE_SECONDS) return false;
  return isRunning(pid) && startOf(pid) === start;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return onlyFileErrors(error) === 'EPERM';
  }
}

/** Boot and clock tick at which a process was started; empty where the system has no such file. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold spaces.
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch (error) {
    onlyFileErrors(error);
    return '';
  }
}

function upFor(): number {
  return Math.floor(uptime());
}

function onlyFileErrors(error: unknown): string {
  const code = fileErrorCode(error);
  if (code === undefined) throw error;
  return code;
}

import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Runs a change of a repository while nobody else changes it. Throws when somebody does. */
export function withLock<Value>(folder: string, change: () => Value): Value {
  const file = `${folder}.lock`;
  takeLock(file);
  try {
    return change();
  } finally {
    rmSync(file, { force: true });
  }
}

function takeLock(file: string): void {
  if (tryLock(file)) return;
  const owner = Number(readFileSync(file, 'utf8'));
  if (isRunning(owner))
    throw new Error(`process ${owner} is changing the repository; if not, remove ${file}`);
  // Its owner was cut off; what it had staged is thrown away by the next commit.
  rmSync(file, { force: true });
  if (!tryLock(file)) throw new Error('another process is changing the repository');
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

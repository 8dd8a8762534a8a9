import type { SelfTestLine } from '../../shared/ipc/self-test.ts';
import { checkAudit } from './check-audit.ts';
import { checkCamera } from './check-camera.ts';
import { checkClock } from './check-clock.ts';
import { checkConfig } from './check-config.ts';
import { checkDisk } from './check-disk.ts';
import { checkElectron } from './check-electron.ts';
import { checkFuses } from './check-fuses.ts';
import { checkLockDown } from './check-lock-down.ts';
import { checkMemory } from './check-memory.ts';
import { checkPin } from './check-pin.ts';
import { checkPrinter } from './check-printer.ts';
import { checkRepository } from './check-repository.ts';
import { checkSandbox } from './check-sandbox.ts';
import { checkTrust } from './check-trust.ts';
import { checkTrustAge } from './check-trust-age.ts';
import { checkUserData } from './check-user-data.ts';
import { checkVersion } from './check-version.ts';
import { type SelfCheck, type SelfTestParts, words } from './self-check.ts';

/** What a verdict needs first, then what a terminal needs, then what keeps people out of it. */
const LADDER: readonly SelfCheck[] = [
  checkClock,
  checkTrust,
  checkTrustAge,
  checkRepository,
  checkCamera,
  checkPrinter,
  checkConfig,
  checkDisk,
  checkUserData,
  checkVersion,
  checkMemory,
  checkAudit,
  checkPin,
  checkLockDown,
  checkSandbox,
  checkElectron,
  checkFuses,
];

/**
 * Makes the checks, one after the other. A check that breaks is a failure like any other.
 * @param only ids of the checks that are asked for; all where there are none
 */
export async function runSelfTest(
  parts: SelfTestParts,
  only?: readonly string[],
): Promise<SelfTestLine[]> {
  const lines: SelfTestLine[] = [];
  const asked = LADDER.filter(({ id }) => only === undefined || only.includes(id));
  for (const check of asked) lines.push(await makeCheck(check, parts));
  return lines;
}

async function makeCheck(check: SelfCheck, parts: SelfTestParts): Promise<SelfTestLine> {
  const { id, title } = check;
  try {
    return { id, title, ...(await check.run(parts)) };
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    // The operating system refused something no check expects to be refused.
    const detail = words('系统拒绝了检查', 'The operating system refused the check');
    return { id, title, result: 'fail', detail };
  }
}

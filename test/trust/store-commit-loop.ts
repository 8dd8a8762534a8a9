import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTrustStore } from '../../electron/trust/trust-store.ts';

/**
 * A process that commits one prepared state after the other until it is killed. Each line it prints
 * names a timestamp version: first the one it starts with, then each that is committed.
 * Arguments: store folder, folder of the states `1`, `2`, …, time.
 */
const [storeFolder = '', statesFolder = '', time = ''] = process.argv.slice(2);
void commitOneAfterTheOther(Number(time));

async function commitOneAfterTheOther(now: number): Promise<never> {
  const rootJson = readFileSync(join(statesFolder, 'root.json'));
  const store = await openTrustStore({ folder: storeFolder, rootJson });
  const say = (version: number): boolean => process.stdout.write(`${version}\n`);
  const start = store.current()?.versions.timestamp ?? 0;
  say(start);
  for (let state = start + 1; ; state++) {
    const staging = await store.beginStaging();
    if (!staging.ok) throw new Error(JSON.stringify(staging.failure));
    cpSync(join(statesFolder, String(state)), staging.value.folder, { recursive: true });
    const currentAsOf = { issuers: now, policy: now, status: now };
    const committed = await store.commit(staging.value, { currentAsOf, now });
    if (!committed.ok) throw new Error(JSON.stringify(committed.failure));
    say(committed.value.versions.timestamp);
  }
}

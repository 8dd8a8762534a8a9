import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { openOfficeStore } from '../../authority/store/open-store.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { databaseOf, makeRatedOffice, rateAll } from './issuing-office.ts';
import { run, runAndKill, workingTime } from './store-kill.ts';

const work = mkdtempSync(join(tmpdir(), 'issue-kill-'));
// Some ten thousand small files.
afterAll(() => rmSync(work, { recursive: true, force: true }), 60_000);

// Two pages, the second one short.
const COMPANIES = 520;
const KILLS = 20;
const folder = join(work, 'office');
const out = join(work, 'out');
const command = ['authority/cli.ts', 'issue', folder, '--grade', 'A', '--out', out];

async function rateAgain(turn: number): Promise<void> {
  const store = await openOfficeStore(folder);
  await rateAll(store, COMPANIES, { asOf: 20_501 + turn, grade: 'A' });
  await store.close();
}

/** What must hold after every crash, read from the database as it lies there. */
function inspect(): { readonly issued: number; readonly valid: number; readonly doubled: number } {
  const database = new DatabaseSync(databaseOf(folder), { readOnly: true });
  const count = (query: string): number => Number(database.prepare(query).get()?.n);
  const seen = {
    issued: count('SELECT count(*) AS n FROM certificate'),
    valid: count(`SELECT count(*) AS n FROM certificate WHERE state = 'valid'`),
    doubled: count(
      `SELECT count(*) AS n FROM (SELECT holder FROM certificate WHERE state = 'valid'
       GROUP BY holder HAVING count(*) > 1)`,
    ),
  };
  const reserved = count('SELECT count(*) AS n FROM status_index');
  const used = count('SELECT count(*) AS n FROM (SELECT DISTINCT list, idx FROM certificate)');
  database.close();
  // No index twice, and none that was not reserved before.
  expect(used).toBe(seen.issued);
  expect(reserved).toBeGreaterThanOrEqual(seen.issued);
  return seen;
}

it('goes on after a kill at any instant: one certificate each, no index twice, every file whole', async () => {
  await (await makeRatedOffice(folder, COMPANIES)).close();
  const begun = join(folder, 'office.lock');
  const wholeMs = await workingTime(command, begun);
  expect(inspect()).toEqual({ issued: COMPANIES, valid: COMPANIES, doubled: 0 });
  const random = seededRandom(20_263);
  let kills = 0;
  let resumed = 0;
  for (let turn = 0; turn < KILLS; turn++) {
    await rateAgain(turn);
    const before = inspect().issued;
    const { wasKilled, stderr } = await runAndKill(command, {
      begun,
      afterMs: wholeMs * random(),
    });
    if (wasKilled) kills++;
    else expect(stderr).toBe('');
    const done = inspect().issued - before;
    if (done > 0 && done < COMPANIES) resumed++;
    run(command);
    const { issued, valid, doubled } = inspect();
    // What the killed run had noted counts: nobody got a second one for this rating.
    expect({ issued, valid, doubled }).toEqual({
      issued: before + COMPANIES,
      valid: COMPANIES,
      doubled: 0,
    });
  }
  console.log(`${kills} of ${KILLS} runs killed, ${resumed} of them between two pages`);
  expect(kills).toBeGreaterThan(KILLS / 4);
  const store = await openOfficeStore(folder);
  expect(await store.journal.check()).toMatchObject({ ok: true });
  await store.close();
  const files = readdirSync(out).filter((name) => name.endsWith('.txt'));
  expect(files).toHaveLength((KILLS + 1) * COMPANIES);
  for (const name of files.slice(0, 400))
    expect(readFileSync(join(out, name), 'utf8')).toMatch(/^PCC1:[^\n]+\n$/);
}, 300_000);

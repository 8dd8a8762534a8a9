import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../authority/store/migrate.ts';
import { openOfficeStore, openSharedStore } from '../../authority/store/open-store.ts';
import { SCHEMA_STEPS } from '../../authority/store/schema.ts';
import { connect } from '../../authority/store/sqlite-connection.ts';
import {
  cause,
  company,
  HOLDER,
  importInto,
  newStore,
  rateAs,
  record,
  work,
} from './store-office.ts';

describe('the journal', () => {
  it('cannot be changed through the database, and shows when it was changed in the file', async () => {
    const { folder, store } = await newStore();
    await importInto(store, [record('1')]);
    await (await rateAs(store, { [HOLDER]: 'A' })).complete('d');
    expect(await store.journal.check()).toMatchObject({ ok: true, entries: 3 });
    await store.close();
    const database = new DatabaseSync(join(folder, 'office.sqlite'));
    expect(() => database.exec("UPDATE journal SET who = 'x'")).toThrow(/append-only/);
    expect(() => database.exec('DELETE FROM journal')).toThrow(/append-only/);
    database.exec("DROP TRIGGER journal_update; UPDATE journal SET why = 'x' WHERE sequence = 2");
    database.close();
    const shared = await openSharedStore(folder);
    expect(await shared.journal.check()).toEqual({ ok: false, brokenAt: 2 });
    await shared.close();
  });
});

describe('the database', () => {
  it('is for its owner only', async () => {
    const { folder, store } = await newStore();
    expect(statSync(join(folder, 'office.sqlite')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'office.sqlite-wal')).mode & 0o077).toBe(0);
    await store.close();
  });

  it('is brought up step by step, and refused when it is of a newer program', async () => {
    const file = join(work, 'migrate.sqlite');
    const connection = connect(file);
    migrate(connection, ['CREATE TABLE one (a TEXT) STRICT']);
    expect(() =>
      migrate(
        connection,
        [...Array(2)].map(() => 'CREATE TABLE oops ('),
      ),
    ).toThrow();
    migrate(connection, ['never run again', 'CREATE TABLE two (a TEXT) STRICT']);
    expect(connection.prepare('PRAGMA user_version').get()).toEqual([2]);
    connection.close();
    const { folder, store } = await newStore();
    await store.close();
    const database = new DatabaseSync(join(folder, 'office.sqlite'));
    database.exec(`PRAGMA user_version = ${SCHEMA_STEPS.length + 1}`);
    database.close();
    await expect(openOfficeStore(folder)).rejects.toThrow(/use a newer one/);
    await expect(openSharedStore(folder)).rejects.toThrow(/this program needs/);
  });

  it('is changed by one process at a time, and read beside it', async () => {
    const { folder, store } = await newStore();
    await importInto(store);
    await expect(openOfficeStore(folder)).rejects.toThrow(
      `another authority process (${process.pid}) is at work in ${folder}`,
    );
    const shared = await openSharedStore(folder);
    expect(await shared.companies.company(HOLDER)).toEqual(company(HOLDER));
    await shared.close();
    await store.close();
    await (await openOfficeStore(folder)).close();
  });

  it('lets the portal count a failed sign-in while a rating is at work', async () => {
    const { folder, store } = await newStore();
    await importInto(store);
    const secret = { salt: new Uint8Array([1]), hash: new Uint8Array([2]), parameters: '{}' };
    await store.access.setSecret(HOLDER, secret, cause);
    const shared = await openSharedStore(folder);
    const run = await rateAs(store, { [HOLDER]: 'A' });
    expect(await shared.access.noteFailure(HOLDER)).toBe(1);
    await shared.access.lock(HOLDER, 77, { ...cause, who: 'portal' });
    expect(await shared.ratings.rating(HOLDER)).toBeUndefined();
    await run.complete('d');
    expect(await shared.ratings.rating(HOLDER)).toMatchObject({ grade: 'A' });
    expect(await store.journal.check()).toMatchObject({ ok: true, entries: 5 });
    await shared.close();
    await store.close();
  });
});

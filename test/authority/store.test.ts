import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../authority/store/migrate.ts';
import { connect } from '../../authority/store/sqlite-connection.ts';
import { openReservation } from '../../authority/store/status-reservation.ts';
import {
  cause,
  certificate,
  company,
  HOLDER,
  importInto,
  newStore,
  OTHER,
  rateAs,
  record,
  work,
} from './store-office.ts';

describe('the register', () => {
  it('takes in what is new, and journals what an import changed', async () => {
    const { store } = await newStore();
    const first = await importInto(store, [record('1'), record('2')]);
    expect(first).toMatchObject({ batch: 1, companies: { added: 2 }, records: { added: 2 } });
    const second = await importInto(store, [record('1'), record('2', { repaired: 20_100 })]);
    expect(second.records).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(second.companies).toMatchObject({ unchanged: 2 });
    expect(await store.companies.recordsOf(HOLDER)).toEqual([
      record('1'),
      record('2', { repaired: 20_100 }),
    ]);
    expect(await store.journal.entriesAbout(`${HOLDER} 2`)).toMatchObject([
      { what: 'record-changed', who: 'tester', why: 'test' },
    ]);
    await store.close();
  });

  it('keeps nothing of an import that was not committed', async () => {
    const { store } = await newStore();
    const batch = await store.companies.startImport({ companiesFile: 'c', recordsFile: 'r' });
    await batch.addCompanies([{ line: 1, company: company(HOLDER) }]);
    await batch.abandon();
    expect(await store.companies.count()).toEqual({ companies: 0, records: 0 });
    await store.close();
  });

  it('hands out companies page by page with the records that can matter', async () => {
    const { store } = await newStore();
    await importInto(store, [
      ...[record('old', { date: 10 }), record('repaired', { repaired: 20_400 })],
      ...[record('later', { date: 20_501 }), record('counts')],
      ...[record('list', { date: 10, list: 'city', kind: 'positive', severity: undefined })],
    ]);
    const relevance = { asOf: 20_500, since: 19_000 };
    const [first] = await store.companies.filesAfter('', 1, relevance);
    expect(first?.company).toEqual(company(HOLDER));
    expect(first?.records.map(({ number }) => number)).toEqual(['counts', 'list']);
    const [second, ...none] = await store.companies.filesAfter(HOLDER, 10, relevance);
    expect([second, none]).toEqual([{ company: company(OTHER), records: [] }, []]);
    await store.close();
  });
});

describe('ratings', () => {
  it('are seen when their run is complete, not before', async () => {
    const { store } = await newStore();
    await importInto(store);
    await (await rateAs(store, { [HOLDER]: 'A', [OTHER]: null })).complete('d');
    await rateAs(store, { [HOLDER]: 'D', [OTHER]: 'D' }); // cut off
    expect(await store.ratings.rating(HOLDER)).toMatchObject({ grade: 'A', run: 1, asOf: 20_500 });
    const third = await (await rateAs(store, { [HOLDER]: 'B', [OTHER]: null })).complete('d');
    expect(third).toMatchObject({ run: 3, rated: 2, changed: 1, grades: { B: 1, '-': 1 } });
    expect(await store.ratings.rating(OTHER)).toMatchObject({ grade: null, lists: ['city'] });
    expect(await store.ratings.ratingsAfter('', 10, 'B')).toMatchObject([{ holder: HOLDER }]);
    expect(await store.ratings.ratingsAfter(HOLDER, 10)).toMatchObject([{ holder: OTHER }]);
    expect(await store.ratings.history(HOLDER)).toMatchObject([{ grade: 'A' }, { grade: 'B' }]);
    await store.close();
  });

  it('end the certificates that say something else', async () => {
    const { store } = await newStore();
    await importInto(store);
    await (await rateAs(store, { [HOLDER]: 'A' })).complete('d');
    await store.certificates.add([await certificate(store, 'AA')], cause);
    expect(await (await rateAs(store, { [HOLDER]: 'A' })).complete('d')).toMatchObject({
      superseded: 0,
    });
    expect(await (await rateAs(store, { [HOLDER]: 'C' })).complete('d')).toMatchObject({
      superseded: 1,
    });
    expect(await store.certificates.certificate('AA')).toMatchObject({
      ...{ state: 'superseded', reason: 'new-rating' },
    });
    await store.close();
  });
});

describe('certificates', () => {
  it('supersede each other, and change state only where that is possible', async () => {
    const { store } = await newStore();
    await importInto(store);
    const [first, second] = [await certificate(store, '01'), await certificate(store, '02')];
    await store.certificates.add([first], cause);
    await store.certificates.add([second], cause);
    const change = (number: string, state: 'valid' | 'revoked' | 'suspended') =>
      store.certificates.change({ number, state, reason: 'under-review' }, cause);
    expect(await change('01', 'valid')).toBe('not-possible');
    expect(await change('03', 'revoked')).toBe('unknown-certificate');
    expect(await change('02', 'valid')).toBe('not-possible');
    expect(await change('02', 'suspended')).toBe('changed');
    expect(await change('02', 'valid')).toBe('changed');
    expect(await change('02', 'revoked')).toBe('changed');
    expect(await change('02', 'valid')).toBe('not-possible');
    expect(await store.certificates.newestOf(HOLDER)).toMatchObject({
      ...second,
      state: 'revoked',
    });
    expect(await store.certificates.allOf(HOLDER)).toHaveLength(2);
    expect(await store.certificates.exceptionsOf(first.status.list)).toEqual(
      new Map([
        [first.status.index, 'superseded'],
        [second.status.index, 'revoked'],
      ]),
    );
    await store.close();
  });

  it('are all noted or none, and only with an index that was reserved for them', async () => {
    const { store } = await newStore();
    await importInto(store);
    const first = await certificate(store, '01');
    const other = { ...first, number: '02' };
    await expect(store.certificates.add([first, other], cause)).rejects.toThrow(/UNIQUE/);
    const index = (first.status.index + 1) % 131_072;
    const never = { ...first, number: '03', status: { ...first.status, index } };
    await expect(store.certificates.add([never], cause)).rejects.toThrow(/FOREIGN KEY/);
    expect(await store.certificates.allOf(HOLDER)).toEqual([]);
    await store.close();
  });

  it('get each index of each list once, in no order', () => {
    const connection = connect(join(work, 'reserve.sqlite'));
    migrate(connection);
    const reserve = openReservation(connection, 1_000);
    const given = connection.transaction(() => [
      ...reserve('310114', 400),
      ...reserve('310114', 1_800),
      ...reserve('310115', 10),
    ]);
    expect(new Set(given.map(({ list, index }) => `${list} ${index}`)).size).toBe(2_210);
    expect(new Set(given.map(({ list }) => list))).toEqual(
      new Set(['status/310114-1', 'status/310114-2', 'status/310114-3', 'status/310115-1']),
    );
    const ascending = given.filter(({ index }, at) => index > (given[at - 1]?.index ?? 0)).length;
    expect(Math.abs(ascending - 1_105)).toBeLessThan(150);
    const { database } = connection;
    expect(() => database.exec('UPDATE status_list SET reserved = 0')).toThrow(
      /never given away twice/,
    );
    expect(() => database.exec('DELETE FROM status_index')).toThrow(/stays reserved/);
    connection.close();
  });
});

describe('access codes', () => {
  it('count failures, lock, and start anew', async () => {
    const { store } = await newStore();
    await importInto(store);
    const secret = { salt: new Uint8Array([1]), hash: new Uint8Array([2]), parameters: '{}' };
    expect(await store.access.setSecret('91310114NOBODY0000', secret, cause)).toBe(false);
    expect(await store.access.noteFailure(HOLDER)).toBe(0);
    expect(await store.access.setSecret(HOLDER, secret, cause)).toBe(true);
    expect([
      await store.access.noteFailure(HOLDER),
      await store.access.noteFailure(HOLDER),
    ]).toEqual([1, 2]);
    await store.access.lock(HOLDER, 77, cause);
    expect(await store.access.access(HOLDER)).toMatchObject({
      ...secret,
      failures: 2,
      lockedUntil: 77,
    });
    await store.access.noteSuccess(HOLDER);
    expect(await store.access.access(HOLDER)).toMatchObject({ failures: 0, lockedUntil: 0 });
    await store.close();
  });
});

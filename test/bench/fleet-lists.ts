import { type ListCost, listBytes, listCost, NATION, SYNCS_PER_DAY } from './fleet-cost.ts';
import { count, gigabytes, kilobytes, megabytes, table } from './markdown-table.ts';

/** Lists of 2^17 to 2^22 entries: how long they are, and what keeping them current costs. */

const EXPONENTS = [17, 18, 19, 20, 21, 22];
const NOT_VALID = [0.001, 0.01, 0.02, 0.05];
/** A large district, a large city, a nation in one repository. */
const CERTIFICATES = [160_000, 2_500_000, NATION.certificates];

/** Measured: bytes of a compressed list by its entries and by how many of them are not valid. */
export function listSizeTable(seed: number): string {
  const lines = EXPONENTS.map((exponent) => [
    `2^${exponent}`,
    ...NOT_VALID.map((rate) => kilobytes(listBytes(2 ** exponent, rate, seed))),
  ]);
  return table(
    ['entries of a list', ...NOT_VALID.map((rate) => `${rate * 100} % not valid`)],
    lines,
  );
}

/** Computed from the measured sizes: what each list size costs by the number of certificates. */
export function listCostTables(seed: number): string {
  const assumed =
    `Assumed: ${NATION.notValid * 100} % of all certificates not valid, one in ` +
    `${count(1 / NATION.changesPerDay)} changes its status each day, at random places.`;
  return [assumed, ...CERTIFICATES.map((certificates) => costTable(seed, certificates))].join(
    '\n\n',
  );
}

interface SizeCost {
  readonly exponent: number;
  readonly alone: ListCost;
  readonly hourly: ListCost;
  readonly daily: ListCost;
}

function costTable(seed: number, certificates: number): string {
  const costs = EXPONENTS.map((exponent) => sizeCost(exponent, certificates, seed));
  const lines = costs.map(({ exponent, alone, hourly, daily }) => [
    `2^${exponent}`,
    String(daily.lists),
    kilobytes(alone.metadataBytes),
    kilobytes(alone.bytesPerDay),
    ...[hourly, daily].flatMap((cost) => [
      cost.requestsPerDay.toFixed(0),
      megabytes(cost.bytesPerDay),
      gigabytes(cost.bytesPerDay * NATION.kiosks),
    ]),
  ]);
  const fleet = `GB a day for ${count(NATION.kiosks)}`;
  const head = ['list', 'lists', 'status.json', 'one change alone'];
  const published = ['hourly', 'daily'].flatMap((when) => [`${when}: requests`, 'MB a day', fleet]);
  const least = (['alone', 'hourly', 'daily'] as const).map((kind) => leastBytes(costs, kind));
  return [
    `${count(certificates)} certificates, ${count(certificates * NATION.changesPerDay)} changes a day`,
    table([...head, ...published], lines),
    `Least bytes: one change alone ${least[0]}, published hourly ${least[1]}, daily ${least[2]}.`,
  ].join('\n\n');
}

function sizeCost(exponent: number, certificates: number, seed: number): SizeCost {
  const bytes = listBytes(2 ** exponent, NATION.notValid, seed);
  const changesPerDay = certificates * NATION.changesPerDay;
  const cost = (changes: number, publishesPerDay: number): ListCost =>
    listCost(2 ** exponent, bytes, { certificates, changesPerDay: changes, publishesPerDay });
  return {
    exponent,
    alone: cost(1, 1),
    hourly: cost(changesPerDay, SYNCS_PER_DAY),
    daily: cost(changesPerDay, 1),
  };
}

function leastBytes(costs: readonly SizeCost[], kind: 'alone' | 'hourly' | 'daily'): string {
  const sorted = [...costs].sort((left, right) => left[kind].bytesPerDay - right[kind].bytesPerDay);
  return `2^${sorted[0]?.exponent}`;
}

import { deflateSync } from 'node:zlib';
import { type Random, seededRandom } from '../world/seeded-random.ts';

/** What is assumed of a nation of kiosks; printed with the figures that follow from it. */
export const NATION = {
  kiosks: 100_000,
  certificates: 50_000_000,
  /** Seconds between two synchronisations of a kiosk. */
  interval: 3_600,
  /** Part of all certificates that is not simply valid. */
  notValid: 0.02,
  /** Part of all certificates that changes its status on one day. */
  changesPerDay: 1 / 10_000,
} as const;

const DAY = 86_400;
const BITS = 2;
const SIGNATURE_AND_CLAIMS_BYTES = 160;

/** Statuses of a list, two bits each, with a part of them not valid at random places. */
export function packedStatuses(entries: number, notValid: number, random: Random): Uint8Array {
  const packed = new Uint8Array((entries * BITS) / 8);
  for (let count = 0; count < entries * notValid; count++) {
    const index = Math.floor(random() * entries);
    // Most are superseded by the next year's certificate (3), some revoked (1) or suspended (2).
    const status = random() < 0.8 ? 3 : random() < 0.75 ? 1 : 2;
    const byte = index >> 2;
    packed[byte] = (packed[byte] ?? 0) | (status << ((index & 3) * BITS));
  }
  return packed;
}

/** Bytes of a list of that many entries as it is transported. */
export function listBytes(entries: number, notValid: number, seed: number): number {
  const packed = packedStatuses(entries, notValid, seededRandom(seed));
  return deflateSync(packed, { level: 9 }).length + SIGNATURE_AND_CLAIMS_BYTES;
}

/** What one kind of list costs one kiosk a day. */
export interface ListCost {
  readonly lists: number;
  /** Bytes of status.json, which names every list and is fetched with every change. */
  readonly metadataBytes: number;
  readonly bytesPerDay: number;
  readonly requestsPerDay: number;
}

/** How many certificates there are, how many change each day, and how often that is published. */
export interface ListDemand {
  readonly certificates: number;
  readonly changesPerDay: number;
  readonly publishesPerDay: number;
}

// An entry of status.json, and what surrounds all of them; then snapshot and answer headers.
const ENTRY_BYTES = JSON.stringify({
  'status/310114-100': { length: 10_000, hashes: { sha256: '0'.repeat(64) } },
}).length;
const SURROUNDING_BYTES = 400;
const SNAPSHOT_BYTES = 800;
const HEADER_BYTES = 500;

/**
 * The cost of keeping every list current, changes falling on lists at random. Each publish that
 * changes anything costs a kiosk the snapshot, status.json and every list that changed.
 */
export function listCost(entries: number, bytes: number, demand: ListDemand): ListCost {
  const { certificates, changesPerDay, publishesPerDay } = demand;
  const lists = Math.ceil(certificates / entries);
  const changes = changesPerDay / publishesPerDay;
  const changedLists = lists * (1 - (1 - 1 / lists) ** changes);
  const publishes = publishesPerDay * Math.min(1, changes);
  const metadataBytes = lists * ENTRY_BYTES + SURROUNDING_BYTES;
  const requestsPerDay = publishes * 2 + publishesPerDay * changedLists;
  const headers = requestsPerDay * HEADER_BYTES;
  const listsPerDay = publishesPerDay * changedLists * bytes;
  const bytesPerDay = publishes * (metadataBytes + SNAPSHOT_BYTES) + listsPerDay + headers;
  return { lists, metadataBytes, bytesPerDay, requestsPerDay };
}

/** Synchronisations of one kiosk a day. */
export const SYNCS_PER_DAY = DAY / NATION.interval;

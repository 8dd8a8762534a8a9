import { deflateSync } from 'node:zlib';
import { encodeCbor } from '../../shared/certificate/cbor.ts';
import { encodeSign1 } from '../../shared/certificate/cose-sign1.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';
import { makeTestWorld, TEST_STATUS_LIST } from '../world/test-world.ts';
import { NATION, packedStatuses } from './fleet-cost.ts';

/** Certificates of a large district, and the lists they fill. */
export const CERTIFICATES = 160_000;
export const LIST_ENTRIES = 2 ** 17;

/** A repository with lists as full as a district's, and what happens to it. */
export interface FleetPublisher extends TestRepository {
  withdrawOne(index: number): void;
}

/** Publishes a district's repository in a folder. */
export function publishDistrict(folder: string, seed: number): FleetPublisher {
  const world = makeTestWorld();
  const now = Math.floor(Date.now() / 1_000);
  const repository = makeTestRepository(folder, { now, world });
  const sign = (name: string, packed: Uint8Array): Uint8Array => {
    const { key } = world.statusKey;
    const lst = new Uint8Array(deflateSync(packed, { level: 9 }));
    const list = new Map<string, unknown>([
      ['bits', 2],
      ['lst', lst],
    ]);
    const claims = new Map<number, unknown>([
      [2, name],
      [6, now],
      [65_533, list],
    ]);
    const header = { algorithm: key.algorithm, kid: key.kid, type: 'application/statuslist+cwt' };
    return encodeSign1(header, encodeCbor(claims), key.sign);
  };
  const first = packedStatuses(LIST_ENTRIES, NATION.notValid, seededRandom(seed));
  const second = packedStatuses(LIST_ENTRIES, NATION.notValid, seededRandom(seed + 1));
  // The second list is as long as the first, so that its length does not tell how full it is.
  second.fill(0, (CERTIFICATES - LIST_ENTRIES) / 4);
  const files = {
    [TEST_STATUS_LIST]: sign(TEST_STATUS_LIST, first),
    'status/310114-2': sign('status/310114-2', second),
  };
  repository.publish({ files });
  return {
    ...repository,
    withdrawOne: (index) => {
      first[index >> 2] = (first[index >> 2] ?? 0) | (1 << ((index & 3) * 2));
      repository.publish({ files: { [TEST_STATUS_LIST]: sign(TEST_STATUS_LIST, first) } });
    },
  };
}

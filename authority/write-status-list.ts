import { deflateSync } from 'node:zlib';
import { encodeCbor } from '../shared/certificate/cbor.ts';
import { encodeSign1 } from '../shared/certificate/cose-sign1.ts';
import type { EpochSeconds } from '../shared/time.ts';
import type { CertificateStatus } from '../shared/trust/status-list.ts';
import type { SigningKey } from './keys/signing-key.ts';

/** The state of all certificates of one list. */
export interface StatusListContent {
  /** Target name, `status/<name>`. */
  readonly name: string;
  readonly signedAt: EpochSeconds;
  /** How many certificates the list has room for; a large one hides how many there are. */
  readonly size: number;
  /** Everything that is not simply valid, by index. */
  readonly exceptions: ReadonlyMap<number, Exclude<CertificateStatus, 'valid'>>;
}

const STATUS_NUMBERS = { revoked: 1, suspended: 2, superseded: 3 } as const;
const BITS = 2;
const PER_BYTE = 8 / BITS;

/** Writes and signs a status list in its CWT form. Source: IETF Token Status List §4, §5.2. */
export function writeStatusList(content: StatusListContent, key: SigningKey): Uint8Array {
  const packed = new Uint8Array(Math.ceil(content.size / PER_BYTE));
  for (const [index, status] of content.exceptions) {
    const byte = Math.floor(index / PER_BYTE);
    packed[byte] = (packed[byte] ?? 0) | (STATUS_NUMBERS[status] << ((index % PER_BYTE) * BITS));
  }
  const list = new Map<string, unknown>([
    ['bits', BITS],
    ['lst', new Uint8Array(deflateSync(packed, { level: 9 }))],
  ]);
  const claims = new Map<number, unknown>([
    [2, content.name],
    [6, content.signedAt],
    [65_533, list],
  ]);
  const header = { algorithm: key.algorithm, kid: key.kid, type: 'application/statuslist+cwt' };
  return encodeSign1(header, encodeCbor(claims), key.sign);
}

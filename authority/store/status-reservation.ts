import { randomInt } from 'node:crypto';
import type { StatusReference } from '../../shared/certificate/claims.ts';
import { STATUS_LIST_SIZE, statusListName } from '../status-lists.ts';
import type { Connection, Row } from './sqlite-connection.ts';
import { bytesAt, numberAt, textAt } from './sqlite-values.ts';

const BYTES_PER_INDEX = 4;

/** Gives indexes away; call it within a transaction of its own, and use them only after that. */
export type ReserveIndexes = (issuer: string, count: number) => readonly StatusReference[];

/**
 * Each list is shuffled once, when it is made, and its indexes are given away in that order: so an
 * index says nothing about its neighbours, finding one costs the same on a full list as on an
 * empty one, and none can come twice.
 * @param size of new lists
 */
export function openReservation(connection: Connection, size = STATUS_LIST_SIZE): ReserveIndexes {
  const open = connection.prepare(
    'SELECT id, name, size, reserved FROM status_list WHERE issuer = ? AND reserved < size ORDER BY id LIMIT 1',
  );
  const take = connection.prepare(
    'SELECT substr(shuffled, 1 + reserved * 4, ?1 * 4) FROM status_list WHERE id = ?2',
  );
  const advance = connection.prepare('UPDATE status_list SET reserved = reserved + ? WHERE id = ?');
  const note = connection.prepare('INSERT INTO status_index (list, idx) VALUES (?, ?)');
  return (issuer, count) => {
    const references: StatusReference[] = [];
    while (references.length < count) {
      const list = open.get(issuer) ?? addList(connection, issuer, size);
      const id = numberAt(list, 0);
      const free = numberAt(list, 2) - numberAt(list, 3);
      const wanted = Math.min(free, count - references.length);
      const name = textAt(list, 1);
      for (const index of indexesIn(bytesAt(take.get(wanted, id), 0))) {
        note.run(id, index);
        references.push({ list: name, index });
      }
      advance.run(wanted, id);
    }
    return references;
  };
}

function addList(connection: Connection, issuer: string, size: number): Row {
  const count = connection.prepare('SELECT count(*) FROM status_list WHERE issuer = ?').get(issuer);
  const name = statusListName(issuer, numberAt(count, 0) + 1);
  const insert = connection.prepare(
    'INSERT INTO status_list (name, issuer, size, reserved, shuffled) VALUES (?, ?, ?, 0, ?) RETURNING id, name, size, reserved',
  );
  return insert.get(name, issuer, size, shuffledIndexes(size)) ?? [];
}

/** All indexes of a list in a random order (Fisher and Yates), 4 bytes each. */
function shuffledIndexes(size: number): Uint8Array {
  const indexes = Uint32Array.from({ length: size }, (_, index) => index);
  for (let last = size - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    const index = indexes[last] ?? 0;
    indexes[last] = indexes[other] ?? 0;
    indexes[other] = index;
  }
  const bytes = new DataView(new ArrayBuffer(size * BYTES_PER_INDEX));
  indexes.forEach((index, place) => {
    bytes.setUint32(place * BYTES_PER_INDEX, index);
  });
  return new Uint8Array(bytes.buffer);
}

function indexesIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / BYTES_PER_INDEX }, (_, place) =>
    view.getUint32(place * BYTES_PER_INDEX),
  );
}

import { NATION, SYNCS_PER_DAY } from './fleet-cost.ts';
import { count, gigabytes, table } from './markdown-table.ts';

/** What one kind of synchronisation costs one kiosk on average, and the server all together. */
export interface FleetRow {
  readonly what: string;
  readonly requests: number;
  /** Bytes with headers, without TCP and TLS. */
  readonly sent: number;
  readonly received: number;
  /** Of these, the files themselves. */
  readonly files: number;
  readonly perSecond: number;
  /** Milliseconds from a kiosk's first request to its last answer. */
  readonly p95: number;
}

/** Measured: one line for each kind of synchronisation. */
export function fleetTable(rows: readonly FleetRow[]): string {
  return table(
    [
      'one kiosk',
      'requests',
      'bytes up',
      'bytes down',
      'of these files',
      'down over files',
      'requests/s served',
      'p95 ms',
    ],
    rows.map(({ what, requests, sent, received, files, perSecond, p95 }) => [
      what,
      requests.toFixed(1),
      sent.toFixed(0),
      received.toFixed(0),
      files.toFixed(0),
      (received / files).toFixed(2),
      perSecond.toFixed(0),
      p95.toFixed(0),
    ]),
  );
}

/** Computed from the measured lines: a nation of kiosks that find nothing new, and each kind of change. */
export function nationTable(rows: readonly FleetRow[]): string {
  const { kiosks, interval } = NATION;
  const idle = rows.find(({ what }) => what === 'nothing changed');
  const lines = rows
    .filter(({ what }) => what !== 'first synchronisation')
    .map((row) => {
      const isIdle = row === idle;
      const times = isIdle ? SYNCS_PER_DAY : 1;
      return [
        isIdle ? `nothing changed, every ${interval} s` : `${row.what}, once`,
        count(row.requests * times * kiosks),
        gigabytes(row.received * times * kiosks),
        ((row.requests * kiosks) / interval).toFixed(0),
      ];
    });
  return table(
    [`${count(kiosks)} kiosks`, 'requests', 'GB', `requests/s, spread over ${interval} s`],
    lines,
  );
}

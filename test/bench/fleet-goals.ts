import type { FleetRow } from './fleet-report.ts';
import type { TerminalSync } from './fleet-terminal.ts';
import { table } from './markdown-table.ts';

/** A kind of synchronisation, as the fleet saw it and as one real terminal did. */
export interface Phase {
  readonly row: FleetRow;
  readonly terminal: TerminalSync;
}

const MOST_REQUESTS = 2;
const MOST_BYTES = 3_000;
const MOST_OVER_FILES = 1.2;
const MOST_CPU_MS = 1_000;

interface Goal {
  readonly what: string;
  readonly measured: string;
  readonly most: string;
  readonly isHeld: boolean;
}

/**
 * What a synchronisation may cost, beside what it cost. Throws when requests or bytes are above it:
 * they are the same on every machine. Processor time is only shown.
 */
export function goalTable(phases: ReadonlyMap<string, Phase>): string {
  const idle = phaseOf(phases, 'nothing changed');
  const first = phaseOf(phases, 'first synchronisation');
  const withdrawn = phaseOf(phases, 'one certificate withdrawn');
  const bytes = idle.row.sent + idle.row.received;
  const overFiles = withdrawn.row.received / withdrawn.row.files;
  const counted: readonly Goal[] = [
    goal('nothing changed: requests', idle.row.requests, MOST_REQUESTS),
    goal('nothing changed: bytes up and down', bytes, MOST_BYTES),
    goal('one withdrawn: bytes over changed list and metadata', overFiles, MOST_OVER_FILES),
  ];
  const timed = [
    goal('160,000 entries from nothing: CPU ms', first.terminal.cpuMs, MOST_CPU_MS),
    goal('one of 160,000 withdrawn: CPU ms', withdrawn.terminal.cpuMs, MOST_CPU_MS),
  ];
  const missed = counted.find(({ isHeld }) => !isHeld);
  if (missed) throw new Error(`${missed.what}: ${missed.measured}, more than ${missed.most}`);
  return table(
    ['a synchronisation', 'measured', 'at most', ''],
    [...counted, ...timed].map(({ what, measured, most, isHeld }) => [
      what,
      measured,
      most,
      isHeld ? 'held' : 'missed',
    ]),
  );
}

function goal(what: string, measured: number, most: number): Goal {
  const digits = most < 10 && !Number.isInteger(most) ? 2 : 0;
  const isHeld = measured <= most;
  return { what, measured: measured.toFixed(digits), most: most.toLocaleString('en'), isHeld };
}

function phaseOf(phases: ReadonlyMap<string, Phase>, what: string): Phase {
  const phase = phases.get(what);
  if (phase === undefined) throw new Error(`"${what}" was not measured`);
  return phase;
}

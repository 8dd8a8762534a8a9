import { useEffect, useRef, useState } from 'react';
import type { WedgeSettings } from '../../../shared/ipc/wedge-settings.ts';
import type { KeyPress } from '../../wedge/key-press.ts';
import { useWedge } from '../../wedge/use-wedge.ts';
import type { WedgeOutcome } from '../../wedge/wedge.ts';
import { reportScan, type ScanReport } from './scan-report.ts';

/** Longer than any scanner pauses: what comes after is another scan. */
const SETTLED_MS = 700;

/**
 * Listens as the desk does, with the settings in force, and watches the keys themselves beside it.
 * Keeps nothing of what was scanned but the report on the last scan.
 * @param onSettled called after each run of keys, a person's too
 */
export function useScannerTest(
  settings: WedgeSettings,
  onSettled: () => void,
): ScanReport | undefined {
  const [report, setReport] = useState<ScanReport>();
  const run = useRef<{ presses: KeyPress[]; heard: WedgeOutcome[]; timer: number | undefined }>({
    presses: [],
    heard: [],
    timer: undefined,
  });
  const settle = () => {
    const { presses, heard } = run.current;
    run.current = { presses: [], heard: [], timer: undefined };
    const next = reportScan({ presses, heard, settings });
    if (next !== undefined) setReport(next);
    onSettled();
  };
  useWedge({
    settings,
    onScan: (text, repaired) => run.current.heard.push({ kind: 'scan', text, repaired }),
    onProblem: (code) => run.current.heard.push({ kind: 'problem', code }),
    onPress: (press) => {
      window.clearTimeout(run.current.timer);
      run.current.presses.push(press);
      run.current.timer = window.setTimeout(settle, SETTLED_MS);
    },
  });
  useEffect(() => () => window.clearTimeout(run.current.timer), []);
  return report;
}

import type { CheckResult } from '../../shared/ipc/self-test.ts';

const PATHS: Readonly<Record<CheckResult, string>> = {
  ok: 'M5 13l5 5L20 6',
  warn: 'M12 4v10m0 4v2',
  fail: 'M6 6l12 12M18 6L6 18',
  skip: 'M5 12h14',
};

/** A check's result by its shape; the words stand beside it. */
export function CheckMark({ result }: { readonly result: CheckResult }) {
  return (
    <svg className="check-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[result]} />
    </svg>
  );
}

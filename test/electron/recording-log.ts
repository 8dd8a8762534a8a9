import type { Log, LogFields } from '../../electron/ports.ts';

/** A log that keeps what it was told. */
export interface RecordingLog extends Log {
  readonly lines: readonly { readonly level: string; readonly event: string }[];
  /** What the lines carried, in the same order. */
  readonly fields: readonly LogFields[];
}

/** Creates an empty recording log. */
export function recordingLog(): RecordingLog {
  const lines: { level: string; event: string }[] = [];
  const fields: LogFields[] = [];
  const keep = (level: string) => (event: string, more?: unknown) => {
    lines.push({ level, event });
    fields.push(typeof more === 'object' && !(more instanceof Error) ? { ...more } : {});
  };
  return { lines, fields, info: keep('info'), warn: keep('warn'), error: keep('error') };
}

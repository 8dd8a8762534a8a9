import type { Log } from '../../electron/ports.ts';

/** A log that keeps what it was told. */
export interface RecordingLog extends Log {
  readonly lines: readonly { readonly level: string; readonly event: string }[];
}

/** Creates an empty recording log. */
export function recordingLog(): RecordingLog {
  const lines: { level: string; event: string }[] = [];
  const keep = (level: string) => (event: string) => {
    lines.push({ level, event });
  };
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}

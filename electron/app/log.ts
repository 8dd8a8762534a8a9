import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log, LogFields } from '../ports.ts';

/** Bytes of a log file before it is put aside; one older file is kept. */
const MAX_LOG_BYTES = 1_048_576;

type Level = 'info' | 'warn' | 'error';

/**
 * A log of one JSON object a line, to standard error and to `kiosk.log` in the given folder.
 * It is written synchronously: lines are rare, and the one before a crash matters most.
 */
export function createLog(folder: string, clock: Clock): Log {
  const file = join(folder, 'kiosk.log');
  mkdirSync(folder, { recursive: true });
  // A closed terminal must not take the kiosk down with it.
  process.stderr.on('error', () => undefined);
  const write = (level: Level, event: string, fields: LogFields) => {
    const at = new Date(clock.now() * 1_000).toISOString();
    const line = `${JSON.stringify({ at, level, event, ...fields })}\n`;
    process.stderr.write(line);
    append(file, line);
  };
  return {
    info: (event, fields = {}) => write('info', event, fields),
    warn: (event, fields = {}) => write('warn', event, fields),
    error: (event, cause) => write('error', event, describeCause(cause)),
  };
}

/**
 * Name, system error code and stack frames of an exception, without its message:
 * a message may quote the scanned text or a company name.
 */
export function describeCause(cause: unknown): LogFields {
  if (!(cause instanceof Error)) return { name: typeof cause };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
  const lines = (cause.stack ?? '').split('\n').map((line) => line.trim());
  const frames = lines.filter((line) => line.startsWith('at ')).slice(0, 8);
  return { name: cause.name, code, frames: frames.join(' < ') };
}

function append(file: string, line: string): void {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size + line.length > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
    appendFileSync(file, line);
  } catch (error) {
    // A full or read-only disk: the line is on standard error already, and scanning goes on.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

import type { ConfigProblem, ConfigProblemReason } from './config-layer.ts';

const REASONS: Readonly<Record<ConfigProblemReason, string>> = {
  'file-missing': 'the file is not there',
  'file-unreadable': 'the file cannot be read',
  'file-too-large': 'the file is too large',
  'not-json': 'the file is not JSON',
  'not-an-object': 'the file is not one JSON object',
  'unknown-key': 'there is no such key',
  'bad-value': 'the value cannot be used, the default stands',
};

/** A problem as one line for an administrator: file, key, reason. */
export function describeProblem({ place, key, reason, detail }: ConfigProblem): string {
  const subject = key === undefined ? place : `${place}: ${key}`;
  return `${subject}: ${REASONS[reason]}${detail === undefined ? '' : ` (${detail})`}`;
}

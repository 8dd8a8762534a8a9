import { MAX_LOGO_BYTES, MAX_LOGO_SIDE } from '../../shared/ipc/hall-logo.ts';
import type { ConfigProblem, ConfigProblemReason } from './config-layer.ts';

const REASONS: Readonly<Record<ConfigProblemReason, string>> = {
  'file-missing': 'the file is not there',
  'file-unreadable': 'the file cannot be read',
  'file-too-large': 'the file is too large',
  'not-json': 'the file is not JSON',
  'not-an-object': 'the file is not one JSON object',
  'unknown-key': 'there is no such key',
  'bad-value': 'the value cannot be used, the default stands',
  'ca-needs-https':
    'the repository has no https address and shows no certificate: nothing is synchronised',
  'ca-file-missing': 'the CA file is not there: nothing is synchronised',
  'ca-file-unreadable': 'the CA file cannot be read: nothing is synchronised',
  'ca-file-too-large': 'the CA file is too large: nothing is synchronised',
  'ca-file-without-certificate': 'the CA file holds no certificate (PEM): nothing is synchronised',
  'ca-file-damaged':
    'the CA file holds something that is no whole certificate: nothing is synchronised',
  'not-an-authority':
    'the CA file holds the certificate of a server, not of an authority: nothing is synchronised',
  'logo-file-missing': 'the logo is not there: the hall is shown without it',
  'logo-file-unreadable': 'the logo cannot be read: the hall is shown without it',
  'logo-file-too-large': `the logo has more than ${MAX_LOGO_BYTES / 1_024} KiB: the hall is shown without it`,
  'logo-not-an-image': 'the logo is neither PNG nor JPEG: the hall is shown without it',
  'logo-too-many-pixels': `the logo has more than ${MAX_LOGO_SIDE} pixels in width or height: the hall is shown without it`,
  'logo-damaged': 'the logo is damaged or cut off: the hall is shown without it',
};

/** A problem as one line for an administrator: file, key, reason. */
export function describeProblem({ place, key, reason, detail }: ConfigProblem): string {
  const subject = key === undefined ? place : `${place}: ${key}`;
  return `${subject}: ${REASONS[reason]}${detail === undefined ? '' : ` (${detail})`}`;
}

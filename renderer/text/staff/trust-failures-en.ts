import type { StaffTexts } from './staff-texts.ts';

/** Why trust data was not taken, for staff. */
export const trustFailuresEn: StaffTexts['failure'] = {
  unreachable: 'no connection to the server, check the network',
  'too-slow': 'the server answers too slowly',
  'bad-tls': 'this machine does not trust the server’s certificate',
  'wrong-ca': 'the server’s certificate is not from the authority the administrator named',
  'ca-unusable': 'the CA file (syncCa) cannot be used, ask the administrator',
  'server-error': 'the server failed or lacks a file',
  redirected: 'the server pointed elsewhere, perhaps to a login page',
  'not-a-repository': 'this is no trust data',
  'too-large': 'a file is larger than allowed',
  'cut-short': 'the transfer was cut short',
  'wrong-content': 'a file differs from the signed list',
  'malformed-metadata': 'the lists are not well formed',
  'bad-signatures': 'too few signatures',
  'rolled-back': 'older than what this terminal holds, not taken',
  expired: 'expired, get newer data',
  inconsistent: 'the files do not belong together',
  'not-delegated': 'a file is not authorised',
  'unusable-document': 'signed, but the content cannot be used',
  'clock-implausible': 'this terminal’s clock is wrong, set it first',
  'disk-error': 'the disk is full or cannot be written',
  busy: 'another program is updating the data, try again later',
  'process-died': 'the synchronising process ended unexpectedly, try again',
};

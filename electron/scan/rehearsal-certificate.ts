import type { EpochSeconds } from '../../shared/time.ts';

/**
 * A certificate that nobody was ever granted, for rehearsals. It was signed once with a key that was
 * thrown away at once: this program must hold nothing that signs. No office knows the key, so held up
 * before a kiosk it is refused.
 */
export const REHEARSAL_CERTIFICATE: string = [
  'PCC1:RRQT 9 60GO00000000000008CKYMF/70OA7OA7OA7-D0GA7EL67466465Y9646$96256/Q6FN0HED/',
  '.BWY0GEDET1R-0000000000000000000000000+C3BEWCQD3WENWEFQEXVD QE NKPEDU7F PC*KE14E3WEN',
  'WECPEOA7OA7OA74W5/E7360ZAE/70S7T4$IXVNOD0%98:837STI88-LHMXSLFF2UQ.SUZ%2TGFKGLTNEEIUV',
  'P9A4PV4D:HTJPA6N8UUQ+81AYBNFTACON 3OKM48T GV:U7WUU0V7U8P87UUSF70',
].join('');

/** Public half of that key: Ed25519, SubjectPublicKeyInfo in base64. */
export const REHEARSAL_SPKI = 'MCowBQYDK2VwAyEACXj6WjDXS57jXvVWlpfrL6pcglKtbZSF0EBNtJW/J8E=';

export const REHEARSAL_KID = '0000000000000000';
/** A division that does not exist. */
export const REHEARSAL_ISSUER = '999999';
export const REHEARSAL_STATUS_LIST = 'status/999999-1';

/** A moment at which it is in force: 2026-01-05, nine in the morning in Shanghai, and an hour. */
export const REHEARSAL_TIME: EpochSeconds = 1_767_578_400;

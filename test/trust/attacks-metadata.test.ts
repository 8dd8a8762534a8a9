import { describe, it } from 'vitest';
import { expectRefusal } from './attack.ts';
import { METADATA_ATTACKS } from './attacks-metadata.ts';

describe('metadata of an attacker is refused by name and changes nothing', () => {
  it.each(METADATA_ATTACKS)('$name -> $code', expectRefusal);
});

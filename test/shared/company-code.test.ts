import { describe, expect, it } from 'vitest';
import {
  companyCodeCheckCharacter,
  hasCompanyCodeForm,
  hasValidCheckCharacter,
} from '../../shared/certificate/company-code.ts';

describe('unified social credit code (GB 32100-2015)', () => {
  it.each([
    '91350100M000100Y43',
    '91110000600037341L',
    '91110108551385082Q',
    '91310110666007217T',
    '91310115591693856A',
    '91310114MA1GW61J6U',
    '11100000000013338W',
    '11330105002500287C',
  ])('accepts the published code %s', (code) => {
    expect(hasValidCheckCharacter(code)).toBe(true);
  });

  it('accepts a code whose weighted sum leaves remainder 0', () => {
    expect(companyCodeCheckCharacter('91310114MA1GT4G20')).toBe('0');
    expect(hasValidCheckCharacter('91310114MA1GT4G200')).toBe(true);
  });

  it.each([
    ['the counter-example of the standard', '91350100M000100Y4Z'],
    ['a changed check character', '91350100M000100Y44'],
    ['one digit repeated', '666666666666666666'],
    ['a changed first character', 'A1110000600037341L'],
    ['a pilot code that fails its own check', '91350211M0000XUF46'],
    ['another pilot code', '91350203M0001FUE2P'],
    ['a third pilot code', '91350100M0001TGQXM'],
    ['a fourth pilot code', '91350211M00013FA1N'],
    ['a letter the standard leaves out', '9135010OM000100Y43'],
    ['17 characters', '91350100M000100Y4'],
    ['19 characters', '91350100M000100Y433'],
  ])('notices %s', (_what, code) => {
    expect(hasValidCheckCharacter(code)).toBe(false);
  });

  it('has a form that even a failing code keeps', () => {
    expect(hasCompanyCodeForm('91350211M0000XUF46')).toBe(true);
    expect(hasCompanyCodeForm('91350211m0000XUF46')).toBe(false);
    expect(hasCompanyCodeForm('91350211M0000XUF4')).toBe(false);
    expect(hasCompanyCodeForm('91350211M0000XUF46\n')).toBe(false);
  });
});

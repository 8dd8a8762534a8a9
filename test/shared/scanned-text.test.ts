import { describe, expect, it } from 'vitest';
import { classifyScannedText } from '../../shared/certificate/scanned-text.ts';

describe('a scanned text', () => {
  it.each(['\r\n', '\t', ' ', '\u001d', '\u0000\u0002', '\ufeff', '\u3000'])(
    'loses what scanners add at its ends: %j',
    (added) => {
      const expected = { kind: 'certificate', base45: 'BB8' };
      expect(classifyScannedText(`${added}PCC1:BB8${added}`)).toEqual(expected);
    },
  );

  it('keeps what stands inside', () => {
    expect(classifyScannedText('PCC1:B B8')).toEqual({ kind: 'certificate', base45: 'B B8' });
  });

  it('is never upper-cased', () => {
    expect(classifyScannedText('pcc1:BB8')).toEqual({ kind: 'foreign', looksLike: 'text' });
  });

  it.each(['PCC2:BB8', 'PCC0:BB8', 'PCC9', 'PCC12:BB8'])('%s is a newer format', (text) => {
    expect(classifyScannedText(text)).toEqual({ kind: 'newer-format' });
  });

  it.each(['PCC1', 'PCC:', 'PCCX:BB8', 'PCC 1:BB8'])('%s is just a text', (text) => {
    expect(classifyScannedText(text)).toEqual({ kind: 'foreign', looksLike: 'text' });
  });

  it('may be 1,200 characters long and no longer', () => {
    expect(classifyScannedText(`PCC1:${'0'.repeat(1_195)}\r\n`).kind).toBe('certificate');
    expect(classifyScannedText(`PCC1:${'0'.repeat(1_196)}`).kind).toBe('certificate-too-long');
  });

  it.each([
    ['empty', ''],
    ['empty', ' \r\n'],
    ['url', 'https://www.example.org/a?b=c'],
    ['url', 'HTTP://EXAMPLE.ORG'],
    ['identity-code', '91310114MA1GW61J6U'],
    ['identity-code', 'https://example.org/qr?code=91310114MA1GW61J6U&v=1'],
    ['identity-code', '1.2.156.3005.2.11100000000013338W011.11430000006122244L.2023.001.U'],
    ['health-certificate', 'HC1:6BFOXN%TSMAHN-H'],
    ['health-certificate', 'shc:/5676290952432060346029243740'],
    ['payment', 'wxp://f2f0AAAA'],
    ['payment', 'https://qr.alipay.com/fkx0000'],
    ['payment', '134567890123456789'],
    ['payment', '284567890123456789'],
    ['text', '你好，世界'],
    ['text', '91310114MA1GW61J6X'],
    ['text', 'https://'],
  ])('is recognised as %s: %j', (looksLike, text) => {
    expect(classifyScannedText(text)).toEqual({ kind: 'foreign', looksLike });
  });
});

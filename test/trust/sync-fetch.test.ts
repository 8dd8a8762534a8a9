import { describe, expect, it } from 'vitest';
import { resolveSettings } from '../../electron/config/resolve-settings.ts';
import { isInRepository } from '../../electron/security/closed-network.ts';
import { nameNetworkError } from '../../electron/trust/fetch-one.ts';
import { addressOf, parseRepositoryUrl } from '../../electron/trust/fetch-port.ts';

describe('errors of the network', () => {
  const ofNode = (code: string) => nameNetworkError(Object.assign(new Error('x'), { code }));
  const ofChromium = (name: string) => nameNetworkError(new Error(`net::${name}`));

  it.each([
    ['ENOTFOUND', 'unreachable'],
    ['ECONNREFUSED', 'unreachable'],
    ['ETIMEDOUT', 'too-slow'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'bad-tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'bad-tls'],
    ['CERT_HAS_EXPIRED', 'bad-tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'bad-tls'],
    ['INVALID_PURPOSE', 'bad-tls'],
    ['PATH_LENGTH_EXCEEDED', 'bad-tls'],
    ['HPE_INVALID_CONSTANT', 'server-error'],
  ])('of Node: %s is %s', (code, name) => {
    expect(ofNode(code)).toBe(name);
  });

  it.each([
    ['ERR_INTERNET_DISCONNECTED', 'unreachable'],
    ['ERR_NAME_NOT_RESOLVED', 'unreachable'],
    ['ERR_PROXY_CONNECTION_FAILED', 'unreachable'],
    ['ERR_CONNECTION_TIMED_OUT', 'too-slow'],
    ['ERR_CERT_AUTHORITY_INVALID', 'bad-tls'],
    ['ERR_CERT_DATE_INVALID', 'bad-tls'],
    ['ERR_SSL_PROTOCOL_ERROR', 'bad-tls'],
    ['ERR_CONTENT_LENGTH_MISMATCH', 'cut-short'],
    ['ERR_CONTENT_DECODING_INIT_FAILED', 'server-error'],
    ['ERR_INVALID_HTTP_RESPONSE', 'server-error'],
  ])('of Chromium: %s is %s', (message, name) => {
    expect(ofChromium(message)).toBe(name);
  });
});

describe('the address of a repository', () => {
  it('ends with a slash', () => {
    expect(parseRepositoryUrl('https://trust.example/credit')?.href).toBe(
      'https://trust.example/credit/',
    );
  });

  it.each([
    '',
    'trust.example',
    'ftp://trust.example/',
    'file:///srv/trust/',
    'https://user:word@trust.example/',
    'https://trust.example/?a=1',
    'https://trust.example/#a',
    'javascript:alert(1)',
  ])('is not %s', (text) => {
    expect(parseRepositoryUrl(text)).toBeUndefined();
  });

  it('is a setting, empty by default; another value is put aside', () => {
    expect(resolveSettings([]).settings.repositoryUrl).toBe('');
    const values = { repositoryUrl: 'ftp://x/', syncIntervalMinutes: 1 };
    const { problems } = resolveSettings([{ source: 'site', place: 'site.json', values }]);
    expect(problems.map(({ key }) => key)).toEqual(['repositoryUrl', 'syncIntervalMinutes']);
  });
});

describe('the one exception to the closed network', () => {
  const repository = new URL('https://trust.example/credit/');

  it('is the repository', () => {
    const address = addressOf(repository, 'metadata/timestamp.json');
    expect(address?.href).toBe('https://trust.example/credit/metadata/timestamp.json');
    expect(isInRepository(repository, `${address?.href}`)).toBe(true);
  });

  it.each([
    'http://trust.example/credit/metadata/timestamp.json',
    'https://trust.example:8443/credit/metadata/timestamp.json',
    'https://trust.example.org/credit/metadata/timestamp.json',
    'https://trust.example/other',
    'https://trust.example/credit/../other',
    'https://trust.example/credit/x?leak=1',
    'https://user@trust.example/credit/x',
    'wss://trust.example/credit/x',
    'app://kiosk/index.html',
    'nonsense',
  ])('is not %s', (address) => {
    expect(isInRepository(repository, address)).toBe(false);
  });
});

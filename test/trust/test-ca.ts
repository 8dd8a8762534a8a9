import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate authority made for a test, and what it signs. */
export interface TestCa {
  /** Its own certificate. */
  readonly pem: string;
  /** Key and certificate of a server, its chain included. */
  serverFor(wish?: ServerWish): ServerOptions;
  close(): void;
}

/** What a server's certificate is like; without a wish it is a good one for 127.0.0.1. */
export interface ServerWish {
  readonly names?: string;
  /** Days from now on which it ends; negative: it has ended. */
  readonly days?: number;
  readonly extension?: string;
  /** Whether another authority stands between. */
  readonly isIndirect?: boolean;
}

/** Makes an authority of a name, with openssl. */
export function makeTestCa(name: string): TestCa {
  const folder = mkdtempSync(join(tmpdir(), 'test-ca-'));
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];
  openssl(
    ...['req', '-x509', ...newKey, '-keyout', 'root.key', '-out', 'root.crt'],
    ...['-days', '30', '-subj', `/CN=${name}`, '-config', emptyConfig(folder)],
    ...authority.flatMap((one) => ['-addext', one]),
  );
  const sign = (out: string, issuer: string, wish: Required<ServerWish>): void => {
    const extensions = `${out}.ext`;
    writeFileSync(join(folder, extensions), wish.extension);
    openssl(
      ...['req', ...newKey, '-keyout', `${out}.key`, '-out', `${out}.csr`],
      ...['-subj', `/CN=${name} ${out}`, '-config', emptyConfig(folder)],
    );
    openssl(
      ...['x509', '-req', '-in', `${out}.csr`, '-CA', `${issuer}.crt`, '-CAkey', `${issuer}.key`],
      ...['-CAcreateserial', '-out', `${out}.crt`, '-days', String(wish.days)],
      ...['-extfile', extensions],
    );
  };
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return {
    pem: read('root.crt'),
    serverFor: (wish = {}) => {
      const { names = 'IP:127.0.0.1', days = 2, isIndirect = false } = wish;
      const { extension = 'extendedKeyUsage=serverAuth' } = wish;
      const full = { names, days, isIndirect, extension: `subjectAltName=${names}\n${extension}` };
      if (isIndirect) sign('between', 'root', { ...full, extension: authority.join('\n') });
      sign('server', isIndirect ? 'between' : 'root', full);
      const chain = isIndirect ? read('server.crt') + read('between.crt') : read('server.crt');
      return { key: read('server.key'), cert: chain };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function emptyConfig(folder: string): string {
  const file = join(folder, 'openssl.cnf');
  writeFileSync(file, '[req]\ndistinguished_name=name\n[name]\n');
  return file;
}

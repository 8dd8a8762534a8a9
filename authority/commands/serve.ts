import { isIP } from 'node:net';
import type { PortalParts, ServerParts } from '../portal/server-parts.ts';
import { DEFAULT_SCHEME_FILE } from '../rating/load-scheme.ts';
import { repositoryFolder } from '../repository/office-repository.ts';
import { newestRootVersion } from '../repository/repository-files.ts';
import { hasStore } from '../store/open-store.ts';
import {
  type Command,
  type CommandInput,
  currentTime,
  officeFolderArgument,
  optionOr,
  UsageError,
} from './command.ts';
import { KEY_OPTIONS, KEY_USAGE, passphraseOption } from './key-options.ts';

const HIGHEST_PORT = 65_535;
const LOOPBACK = ['127.0.0.1', '::1'];

/** `serve DIR`: the trust repository and the company portal over HTTP, until it is stopped. */
export const serve: Command = {
  summary: 'serve the repository and the company portal over HTTP',
  usage: `serve DIR [--port 8080] [--host 127.0.0.1] [--repository-only] ${KEY_USAGE}
       [--public-url URL] [--proxy ADDRESS,…] [--sso-header NAME] [--metrics-from ADDRESS,…] [--scheme FILE]`,
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    'repository-only': { type: 'boolean' },
    ...KEY_OPTIONS,
    'public-url': { type: 'string' },
    proxy: { type: 'string' },
    'sso-header': { type: 'string' },
    'metrics-from': { type: 'string' },
    scheme: { type: 'string' },
  },
  async run(input) {
    const folder = officeFolderArgument(input);
    const place = { host: optionOr(input, 'host', '127.0.0.1'), port: portOption(input) };
    const repository = repositoryFolder(folder);
    const options = serverOptions(input);
    newestRootVersion(repository);
    const portal = await portalOf(input, folder);
    // Loaded only here: no other command needs a web server.
    const { createServer } = await import('../portal/create-server.ts');
    const { listen, stopOnSignals } = await import('../portal/listen.ts');
    const app = await createServer({ repositoryFolder: repository, portal, ...options });
    const closeStore = async (): Promise<void> => portal?.store.close();
    const url = await listen(app, place).catch(async (error: unknown) => {
      await closeStore();
      throw error;
    });
    stopOnSignals(app, closeStore);
    return {
      json: { folder: repository, url, portal: portal !== undefined },
      words: [`serving ${repository} at ${url}`, ...portalWords(portal, place.host)],
    };
  },
};

function portOption(input: CommandInput): number {
  const port = Number(optionOr(input, 'port', '8080'));
  if (!Number.isInteger(port) || port < 0 || port > HIGHEST_PORT)
    throw new UsageError(`--port is a number from 0 to ${HIGHEST_PORT}`);
  return port;
}

function serverOptions(
  input: CommandInput,
): Pick<ServerParts, 'proxies' | 'metricsFrom' | 'clock'> {
  return {
    proxies: addressesOption(input, 'proxy', []),
    metricsFrom: addressesOption(input, 'metrics-from', LOOPBACK),
    clock: currentTime,
  };
}

async function portalOf(input: CommandInput, folder: string): Promise<PortalParts | undefined> {
  const publicUrl = publicUrlOption(input);
  const ssoHeader = ssoHeaderOption(input);
  if (input.values['repository-only'] === true || !hasStore(folder)) return undefined;
  const { openPortal } = await import('../portal/open-portal.ts');
  return openPortal(folder, {
    ...{ publicUrl, ssoHeader },
    schemeFile: optionOr(input, 'scheme', '') || DEFAULT_SCHEME_FILE,
    passphrase: passphraseOption(input),
  });
}

function addressesOption(
  input: CommandInput,
  name: string,
  otherwise: readonly string[],
): readonly string[] {
  const text = optionOr(input, name, '');
  if (text === '') return otherwise;
  const addresses = text.split(',').map((part) => part.trim());
  const wrong = addresses.find((address) => isIP(address) === 0);
  if (wrong !== undefined) throw new UsageError(`--${name} takes IP addresses, not "${wrong}"`);
  return addresses;
}

function publicUrlOption(input: CommandInput): URL | undefined {
  const text = optionOr(input, 'public-url', '');
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/';
  if (!isOrigin)
    throw new UsageError('--public-url is like https://credit.example.cn, without a path');
  return url;
}

function ssoHeaderOption(input: CommandInput): string | undefined {
  const name = optionOr(input, 'sso-header', '').toLowerCase();
  if (name === '') return undefined;
  if (!/^[a-z0-9-]{1,64}$/.test(name)) throw new UsageError('--sso-header is the name of a header');
  if (optionOr(input, 'proxy', '') === '')
    throw new UsageError('--sso-header needs --proxy: from whom the header is believed');
  return name;
}

function portalWords(portal: PortalParts | undefined, host: string): readonly string[] {
  if (portal === undefined) return ['note: the repository only; there is no portal'];
  const { publicUrl, ssoHeader } = portal;
  const isOpen =
    publicUrl?.protocol !== 'https:' && !LOOPBACK.includes(host) && host !== 'localhost';
  return [
    ...(isOpen
      ? ['note: put https before it and give --public-url; codes travel in the clear']
      : []),
    ...(ssoHeader === undefined ? [] : [`note: companies are who ${ssoHeader} says they are`]),
  ];
}

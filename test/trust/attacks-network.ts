import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Attack } from './attack.ts';
import { when } from './misbehaving-server.ts';
import type { SyncChange } from './sync-terminal.ts';

const TIMESTAMP = /timestamp\.json$/;
const NEXT_ROOT = /2\.root\.json$/;
const STATUS_LIST = /^targets\/status\//;
const PAGE = '<!doctype html><title>Hall Wi-Fi</title><p>Please accept the terms.';
/** For servers that keep a terminal waiting; the others may have a machine with much else to do. */
const IMPATIENT: SyncChange = { deadlineMs: 2_000, stallMs: 300 };

type Answer = (response: ServerResponse) => void;

/** The network, or the server, is not what it should be. */
export const NETWORK_ATTACKS: readonly Attack[] = [
  ...onPath('the next root', NEXT_ROOT),
  ...onPath('the timestamp', TIMESTAMP),
  ...onPath('a changed status list', STATUS_LIST),
  {
    name: 'no such file: the timestamp',
    code: 'server-error',
    arrange: answering(TIMESTAMP, (response) => void response.writeHead(404).end()),
  },
  {
    name: 'a captive portal in place of the next root',
    code: 'not-a-repository',
    arrange: answering(NEXT_ROOT, (response) => void response.end(PAGE)),
  },
  {
    name: 'a captive portal in place of the timestamp',
    code: 'not-a-repository',
    arrange: answering(TIMESTAMP, (response) => void response.end(`\n\ufeff  ${PAGE}`)),
  },
  {
    name: 'a captive portal in place of a status list',
    code: 'wrong-content',
    arrange: answering(STATUS_LIST, (response) => void response.end('<p>Hall')),
  },
  {
    name: 'nobody listens',
    code: 'unreachable',
    // Port 9 is "discard"; nothing on this machine listens there.
    arrange: () => ({ url: new URL('http://127.0.0.1:9/') }),
  },
  {
    name: 'no such name',
    code: 'unreachable',
    arrange: () => ({ url: new URL('http://trust.invalid/') }),
  },
  {
    name: 'a gzip bomb: 20 MB in 20 KB',
    code: 'server-error',
    arrange: (scene) => {
      // Made before anybody waits for it.
      const bomb = gzipSync(Buffer.alloc(20_000_000));
      const explode: Answer = (response) => {
        response.setHeader('Content-Encoding', 'gzip');
        response.end(bomb);
      };
      return answering(TIMESTAMP, explode)(scene);
    },
  },
  {
    name: 'headers without end',
    code: 'server-error',
    arrange: answering(TIMESTAMP, (response) => {
      for (let number = 0; number < 200; number++)
        response.setHeader(`X-${number}`, 'x'.repeat(1_000));
      response.end('{}');
    }),
  },
  {
    name: 'an unsigned root of 400 KB with 8,400 keys',
    code: 'too-large',
    arrange: answering(NEXT_ROOT, (response) => void response.end(hugeRoot())),
  },
];

function onPath(where: string, path: RegExp): readonly Attack[] {
  const row = (name: string, code: Attack['code'], answer: Answer): Attack => {
    const patience = code === 'too-slow' ? IMPATIENT : {};
    return { name: `${name}: ${where}`, code, arrange: answering(path, answer, patience) };
  };
  return [
    row('HTTP 500', 'server-error', (response) => void response.writeHead(500).end('no')),
    row('302 to another host', 'redirected', redirectTo('http://example.org/x')),
    row('307 to the same host', 'redirected', redirectTo('/elsewhere')),
    row('an endless stream', 'too-large', streamForEver),
    row('a length beyond the limit', 'too-large', (response) => {
      response.writeHead(200, { 'Content-Length': '999999999' });
      response.write('{');
    }),
    row('a slow trickle', 'too-slow', trickle),
    row('silence', 'too-slow', () => undefined),
    row('silence in the middle', 'too-slow', (response) => void response.write('{')),
    row('fewer bytes than announced', 'cut-short', (response) => {
      response.writeHead(200, { 'Content-Length': '80' });
      response.write('{"signed":', () => response.socket?.end());
    }),
    row('a reset in the middle', 'cut-short', (response) => {
      response.writeHead(200, { 'Content-Length': '80' });
      response.write('{"signed":');
      // Later, so that what came before has arrived.
      setTimeout(() => response.socket?.resetAndDestroy(), 100);
    }),
    row('a reset before the answer', 'unreachable', (response) => {
      response.socket?.resetAndDestroy();
    }),
  ];
}

function answering(path: RegExp, answer: Answer, patience: SyncChange = {}): Attack['arrange'] {
  return ({ server }) => {
    server.misbehave(when(path, answer));
    return patience;
  };
}

function redirectTo(location: string): Answer {
  return (response) => void response.writeHead(302, { Location: location }).end();
}

function streamForEver(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1_024, 0x20);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

/** A byte each tenth of a second never stalls; only the deadline of the whole ends it. */
function trickle(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 100);
  response.once('close', () => clearInterval(timer));
}

function hugeRoot(): string {
  const keys = Array.from({ length: 8_400 }, (_, index) => [
    index.toString(16).padStart(8, '0'),
    { keytype: 'ed25519' },
  ]);
  return JSON.stringify({
    signatures: [],
    signed: { _type: 'root', keys: Object.fromEntries(keys) },
  });
}

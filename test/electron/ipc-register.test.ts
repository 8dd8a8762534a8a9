import { describe, expect, it } from 'vitest';
import type { AuditService } from '../../electron/audit/audit-service.ts';
import { createChosenFiles } from '../../electron/intake/chosen-files.ts';
import { createHandlers } from '../../electron/ipc/handlers.ts';
import { type IpcEvent, type IpcHandlers, registerHandlers } from '../../electron/ipc/register.ts';
import { DEFAULT_CAMERA_SETTINGS } from '../../shared/ipc/camera-settings.ts';
import { ipcContract, type Terminal } from '../../shared/ipc/contract.ts';
import { DEFAULT_WEDGE_SETTINGS } from '../../shared/ipc/wedge-settings.ts';
import { createStaffWorld } from '../staff/staff-world.ts';
import { recordingLog } from './recording-log.ts';

const TERMINAL: Terminal = {
  mode: 'kiosk',
  hallName: '嘉定区行政服务中心',
  language: 'zh-CN',
  terminalName: '',
  visitorPaper: 'none',
  slipNote: '',
  verdictSeconds: 30,
  foreignCodeSeconds: 8,
  rearmMilliseconds: 1_500,
  soundVolume: 60,
  hideLowGradesInPublic: false,
  helpWindow: '',
  outOfOrder: false,
  camera: DEFAULT_CAMERA_SETTINGS,
  cameraPlace: 'unknown',
  wedge: DEFAULT_WEDGE_SETTINGS,
};
const NO_AUDIT: AuditService = {
  record: () => undefined,
  recordVerdict: () => undefined,
  compareWith: () => undefined,
  readHistory: async () => ({ entries: [], keepsCompany: false, retentionDays: 190 }),
  addNote: async () => ({ result: 'no-such-entry' }),
  exportCsv: async () => ({ result: 'desk-only' }),
  problem: () => undefined,
  waiting: () => 0,
  close: async () => undefined,
};
const NO_TRUST = { domain: null, freshness: 'missing', currentAsOf: null } as const;
const NO_FILES = {
  intake: {
    checkBytes: async () => ({ kind: 'refused', code: 'no-code' }) as const,
    checkChosen: async () => ({ kind: 'refused', code: 'unreadable' }) as const,
  },
  chosen: createChosenFiles(),
  askForPaths: async () => [],
};
const { parts: STAFF } = await createStaffWorld();
const OWN_FRAME: IpcEvent = { senderFrame: { url: 'app://kiosk/index.html', parent: null } };

function setUp(overrides: Partial<IpcHandlers> = {}) {
  const listeners = new Map<string, (event: IpcEvent, request: unknown) => unknown>();
  const log = recordingLog();
  const handlers: IpcHandlers = {
    ...createHandlers({
      hall: undefined,
      readTerminal: () => TERMINAL,
      readHallLogo: () => null,
      desk: undefined,
      scans: {
        check: () => {
          throw new Error('a text that must not be logged');
        },
      },
      audit: NO_AUDIT,
      trust: { current: () => undefined, state: () => NO_TRUST, refresh: async () => undefined },
      ...NO_FILES,
      staff: STAFF,
      health: { tellAlive: () => undefined },
      printVisitorSlip: () => 'off',
    }),
    ...overrides,
  };
  registerHandlers({ handle: (name, listener) => listeners.set(name, listener) }, handlers, log);
  const ask = async (channel: string, request: unknown, event = OWN_FRAME) =>
    listeners.get(channel)?.(event, request);
  return { ask, log, channels: [...listeners.keys()] };
}

describe('registered handlers', () => {
  it('exist for exactly the channels of the contract', () => {
    const expected = Object.values(ipcContract).map(({ channel }) => channel);
    expect(setUp().channels).toEqual(expected);
  });

  it('answer our own main frame', async () => {
    const reply = await setUp().ask('kiosk:read-terminal', {});
    expect(reply).toEqual({ ok: true, value: TERMINAL });
  });

  it.each([
    ['no frame', null],
    ['a frame inside ours', { url: 'app://kiosk/index.html', parent: {} }],
    ['another host', { url: 'app://kiosk.evil/index.html', parent: null }],
    ['a user name that looks like our host', { url: 'app://kiosk@evil/', parent: null }],
    ['a page from the network', { url: 'https://kiosk/index.html', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['an empty address', { url: '', parent: null }],
  ])('refuse %s as a foreign sender', async (_name, senderFrame) => {
    const reply = await setUp().ask('kiosk:read-terminal', {}, { senderFrame });
    expect(reply).toEqual({ ok: false, code: 'foreign-sender' });
  });

  it.each([
    ['no request', undefined],
    ['null', null],
    ['a text alone', 'PCC1:'],
    ['a number as text', { text: 1, source: 'camera' }],
    ['a key that is not in the contract', { text: '', source: 'camera', extra: true }],
    ['a text longer than any code', { text: 'A'.repeat(8_193), source: 'camera' }],
  ])('refuse %s as a bad request', async (_name, request) => {
    const reply = await setUp().ask('kiosk:check-scan', request);
    expect(reply).toEqual({ ok: false, code: 'bad-request' });
  });

  it('turn an exception into a reply and log it without its message', async () => {
    const { ask, log } = setUp();
    const reply = await ask('kiosk:check-scan', { text: 'PCC1:', source: 'camera' });
    expect(reply).toEqual({ ok: false, code: 'internal-error' });
    expect(log.lines).toEqual([{ level: 'error', event: 'handler-failed:checkScan' }]);
  });

  it('turn a rejection into a reply as well', async () => {
    const { ask } = setUp({ readTrustState: () => Promise.reject(new Error('late')) });
    const reply = await ask('kiosk:read-trust-state', {});
    expect(reply).toEqual({ ok: false, code: 'internal-error' });
  });
});

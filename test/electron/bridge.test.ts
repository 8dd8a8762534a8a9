import { describe, expect, it } from 'vitest';
import { buildBridge } from '../../electron/ipc/bridge.ts';
import { ipcContract } from '../../shared/ipc/contract.ts';

const TRUST_REPLY = {
  ok: true,
  value: { domain: 'demo', freshness: 'fresh', currentAsOf: 1_795_460_000 },
};

describe('bridge', () => {
  it('has exactly the verbs of the contract and is frozen', () => {
    const bridge = buildBridge(async () => undefined);
    expect(Object.keys(bridge)).toEqual(Object.keys(ipcContract));
    expect(Object.isFrozen(bridge)).toBe(true);
    expect(Object.values(bridge).every((verb) => typeof verb === 'function')).toBe(true);
  });

  it('sends a request over the channel of its verb', async () => {
    const sent: unknown[] = [];
    const bridge = buildBridge(async (channel, request) => {
      sent.push({ channel, request });
      return TRUST_REPLY;
    });
    expect(await bridge.readTrustState({})).toEqual(TRUST_REPLY);
    expect(sent).toEqual([{ channel: 'kiosk:read-trust-state', request: {} }]);
  });

  it('does not send a bad request', async () => {
    let isSent = false;
    const bridge = buildBridge(async () => {
      isSent = true;
    });
    const reply = await bridge.checkScan({ text: 'A'.repeat(8_193), source: 'camera' });
    expect(reply).toEqual({ ok: false, code: 'bad-request' });
    expect(isSent).toBe(false);
  });

  it.each([
    ['nothing', undefined],
    ['a value of another verb', { ok: true, value: { hallName: '' } }],
    ['an unknown failure', { ok: false, code: 'other' }],
    ['more than the contract says', { ...TRUST_REPLY, extra: 1 }],
  ])('does not believe a reply of %s', async (_name, reply) => {
    const bridge = buildBridge(async () => reply);
    expect(await bridge.readTrustState({})).toEqual({ ok: false, code: 'internal-error' });
  });
});

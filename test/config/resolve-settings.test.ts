import { describe, expect, it } from 'vitest';
import type { ConfigLayer } from '../../electron/config/config-layer.ts';
import { resolveSettings } from '../../electron/config/resolve-settings.ts';
import { DEFAULT_SETTINGS } from '../../electron/config/settings.ts';

const layer = (
  source: ConfigLayer['source'],
  values: Readonly<Record<string, unknown>>,
): ConfigLayer => ({ source, place: `${source}.json`, values });
const local = (values: Readonly<Record<string, unknown>>) =>
  resolveSettings([layer('local', values)]);

describe('settings', () => {
  it('are the defaults when nothing is stored', () => {
    expect(resolveSettings([])).toMatchObject({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  it('keep what is valid and replace only what is not', () => {
    const { settings, problems } = local({
      hallId: 'jd-01',
      language: 'fr',
      verdictSeconds: -1,
      foreignCodeSeconds: '8',
      rearmMilliseconds: 2_000,
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, hallId: 'jd-01', rearmMilliseconds: 2_000 });
    expect(problems.map(({ key, reason }) => [key, reason])).toEqual([
      ['language', 'bad-value'],
      ['verdictSeconds', 'bad-value'],
      ['foreignCodeSeconds', 'bad-value'],
    ]);
  });

  it.each([null, 1.5, Number.NaN, 1e9, [], {}])('do not take %s for a number', (value) => {
    const { settings, problems } = local({ verdictSeconds: value });
    expect(settings.verdictSeconds).toBe(DEFAULT_SETTINGS.verdictSeconds);
    expect(problems).toMatchObject([{ key: 'verdictSeconds', place: 'local.json' }]);
  });

  it.each([
    ['a rotation no bracket has', { rotation: 45 }],
    ['a crop that leaves nothing', { crop: { left: 0.5, top: 0, right: 0.5, bottom: 0 } }],
    ['a torch that is no yes or no', { torch: 'on' }],
  ])('leave the camera as it comes when they hold %s', (_name, change) => {
    const camera = { ...DEFAULT_SETTINGS.camera, rotation: 90, ...change };
    const { settings, problems } = local({ camera });
    expect(settings.camera).toEqual(DEFAULT_SETTINGS.camera);
    expect(problems.map(({ key }) => key)).toEqual(['camera']);
  });

  it('name a key nobody knows, in whichever file it stands, but not the reference to the schema', () => {
    const { settings, problems } = local({ verdictSecond: 10, $schema: 'x', __proto__: { a: 1 } });
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(problems).toEqual([
      { source: 'local', place: 'local.json', key: 'verdictSecond', reason: 'unknown-key' },
    ]);
  });

  it('say nothing of a secret that is of no use', () => {
    const { problems } = local({ staffPin: '2580' });
    expect(problems).toMatchObject([{ key: 'staffPin', reason: 'bad-value' }]);
    expect(JSON.stringify(problems)).not.toContain('2580');
  });
});

describe('of several sources', () => {
  const all = [
    layer('local', { hallName: 'local', hallId: 'local', language: 'en', verdictSeconds: 10 }),
    layer('site', { hallName: 'site', hallId: 'site', language: 'zh-CN' }),
    layer('switch', { hallName: 'switch', hallId: 'switch' }),
    layer('machine-policy', { hallName: 'machine' }),
  ];

  it('the strongest decides: machine policy, switch, site, local, default', () => {
    const { settings, origins } = resolveSettings(all);
    expect(settings).toMatchObject({
      hallName: 'machine',
      hallId: 'switch',
      language: 'zh-CN',
      verdictSeconds: 10,
    });
    expect(origins).toMatchObject({
      hallName: { source: 'machine-policy', place: 'machine-policy.json' },
      hallId: { source: 'switch' },
      language: { source: 'site' },
      verdictSeconds: { source: 'local' },
      mode: { source: 'default' },
    });
  });

  it('a slip in the strongest does not hand the key to a weaker one', () => {
    const { settings, origins } = resolveSettings([
      layer('local', { language: 'en' }),
      layer('machine-policy', { language: 'zh' }),
    ]);
    expect(settings.language).toBe(DEFAULT_SETTINGS.language);
    expect(origins.language.source).toBe('machine-policy');
  });
});

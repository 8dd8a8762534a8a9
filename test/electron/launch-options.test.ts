import { describe, expect, it } from 'vitest';
import { parseLaunchOptions } from '../../electron/adapters/launch-options.ts';

describe('launch options', () => {
  it('cover the whole screen unless told otherwise', () => {
    expect(parseLaunchOptions([]).windowMode).toEqual({ kind: 'kiosk' });
  });

  it('are read in both forms among the switches of Chromium', () => {
    const options = parseLaunchOptions([
      '.',
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--trust',
      'bundle',
      '--hall=jd-01',
      '--windowed=1080x1920',
      '--user-data=data',
      '--verdict-seconds',
      '3',
    ]);
    expect(options).toEqual({
      trust: 'bundle',
      root: undefined,
      repository: undefined,
      hall: 'jd-01',
      windowMode: { kind: 'windowed', width: 1_080, height: 1_920 },
      userData: 'data',
      verdictSeconds: 3,
      unreadable: [],
    });
  });

  it.each([
    ['trust', ['--trust']],
    ['verdict-seconds', ['--verdict-seconds', 'many']],
    ['verdict-seconds', ['--verdict-seconds=0']],
    ['windowed', ['--windowed=large']],
    ['repository', ['--repository', 'ftp://trust.example']],
    ['repository', ['--repository', 'https://user:word@trust.example/']],
  ])('ignore --%s without a readable value and say so', (name, argv) => {
    const options = parseLaunchOptions(argv);
    expect(options).toEqual({ ...parseLaunchOptions([]), unreadable: [name] });
  });
});

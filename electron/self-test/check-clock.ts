import { existsSync } from 'node:fs';
import { CLOCK_TOLERANCE_SECONDS } from '../../shared/limits.ts';
import { shownTime } from '../audit/shown-time.ts';
import { type SelfCheck, words } from './self-check.ts';

/** systemd-timesyncd leaves this file once the clock has been set from the network. */
const SYNCHRONISED = '/run/systemd/timesync/synchronized';
const ADVICE = words(
  '请校准系统时间并启用自动对时（NTP）',
  'Set the system time and switch on automatic time (NTP)',
);

/** A clock behind what is signed makes every verdict impossible. */
export const checkClock: SelfCheck = {
  id: 'clock',
  title: words('系统时间', 'Clock'),
  run: async ({ clock, trust }) => {
    const now = clock.now();
    const shown = shownTime(now);
    const signed = trust()?.latestSignedTime;
    if (signed !== undefined && now < signed - CLOCK_TOLERANCE_SECONDS) {
      const detail = words(`${shown}，早于已签名数据`, `${shown} is before the signed data`);
      return { result: 'fail', detail, advice: ADVICE };
    }
    if (process.platform === 'linux' && !existsSync(SYNCHRONISED)) {
      const detail = words(`${shown}，未见自动对时`, `${shown}; no sign of automatic time`);
      return { result: 'warn', detail, advice: ADVICE };
    }
    return { result: 'ok', detail: words(shown, shown) };
  },
};

import { DEMO_PIN } from '../staff/demo-pin.ts';
import { fitsPin, isPinHash } from '../staff/pin-hash.ts';
import { type SelfCheck, words } from './self-check.ts';

const ADVICE = words('运行 --set-pin 设置', 'Set one with --set-pin');

/** Whether there is a PIN, and that it is not the one everybody can read in the documents. */
export const checkPin: SelfCheck = {
  id: 'pin',
  title: words('员工 PIN', 'Staff PIN'),
  run: async ({ configuration }) => {
    const { staffPin } = configuration.settings();
    if (!isPinHash(staffPin)) {
      return { result: 'fail', detail: words('未设置', 'Not set'), advice: ADVICE };
    }
    if (await fitsPin(DEMO_PIN, staffPin)) {
      const detail = words('仍为演示 PIN', 'Still the demo PIN');
      return { result: 'warn', detail, advice: ADVICE };
    }
    return { result: 'ok', detail: words('已设置', 'Set') };
  },
};

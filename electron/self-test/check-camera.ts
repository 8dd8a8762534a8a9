import { readdir } from 'node:fs/promises';
import { type Finding, type SelfCheck, words } from './self-check.ts';

/** Fewer pixels than this make a certificate's code hard to read. */
const ENOUGH_PIXELS = 1_280 * 720;

/** The camera as the screen sees it; on the command line only whether there is one. */
export const checkCamera: SelfCheck = {
  id: 'camera',
  title: words('摄像头', 'Camera'),
  run: async ({ camera }) => {
    if (camera === undefined) return lookForDevices();
    if (camera.state !== 'live') {
      return {
        result: 'fail',
        detail: words(`没有画面（${camera.state}）`, `No picture (${camera.state})`),
        advice: words('请检查连线，并在“摄像头”页选择设备', 'Check the cable; choose the device'),
      };
    }
    const { label, width, height } = camera;
    const detail = words(`${label} ${width}×${height}`, `${label} ${width}×${height}`);
    if (width * height >= ENOUGH_PIXELS) return { result: 'ok', detail };
    const advice = words('画面太小，读码会慢', 'The picture is small; codes are read slowly');
    return { result: 'warn', detail, advice };
  },
};

async function lookForDevices(): Promise<Finding> {
  const hint = words('请在员工菜单中查看画面', 'See its picture in the staff menu');
  if (process.platform !== 'linux') {
    return { result: 'skip', detail: words('需在界面中检查', 'Needs the screen'), advice: hint };
  }
  const names = await readdir('/dev').catch(() => []);
  const found = names.filter((name) => /^video\d+$/.test(name));
  if (found.length === 0) {
    const detail = words('没有 /dev/video 设备', 'There is no /dev/video device');
    return { result: 'fail', detail, advice: words('请检查连线', 'Check the cable') };
  }
  const detail = words(`设备：${found.join('、')}`, `devices: ${found.join(', ')}`);
  return { result: 'skip', detail, advice: hint };
}

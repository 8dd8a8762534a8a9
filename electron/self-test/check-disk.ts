import { statfs } from 'node:fs/promises';
import { type SelfCheck, words } from './self-check.ts';

/** Megabytes: room for two more sets of trust data, and for a day of log. */
const NEEDED_MB = 200;
const COMFORTABLE_MB = 1_024;

/** Room on the disk that holds the terminal's state. */
export const checkDisk: SelfCheck = {
  id: 'disk',
  title: words('磁盘空间', 'Disk space'),
  run: async ({ stateFolder }) => {
    const { bavail, bsize } = await statfs(stateFolder);
    const freeMb = Math.floor((bavail * bsize) / 1_048_576);
    const detail = words(`剩余 ${freeMb} MB`, `${freeMb} MB free`);
    const advice = words('请清理磁盘', 'Make room on the disk');
    if (freeMb < NEEDED_MB) return { result: 'fail', detail, advice };
    return freeMb < COMFORTABLE_MB ? { result: 'warn', detail, advice } : { result: 'ok', detail };
  },
};

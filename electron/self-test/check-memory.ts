import { totalmem } from 'node:os';
import { type SelfCheck, words } from './self-check.ts';

/** Megabytes below which the picture of the camera and the page get in each other's way. */
const ENOUGH_MB = 1_900;

/** The machine's memory, and how much of it the main process uses. */
export const checkMemory: SelfCheck = {
  id: 'memory',
  title: words('内存', 'Memory'),
  run: async () => {
    const totalMb = Math.floor(totalmem() / 1_048_576);
    const ownMb = Math.floor(process.memoryUsage().rss / 1_048_576);
    const detail = words(
      `共 ${totalMb} MB，主进程占用 ${ownMb} MB`,
      `${totalMb} MB, of which the main process uses ${ownMb}`,
    );
    if (totalMb >= ENOUGH_MB) return { result: 'ok', detail };
    const advice = words('建议至少 2 GB 内存', 'At least 2 GB of memory are recommended');
    return { result: 'warn', detail, advice };
  },
};

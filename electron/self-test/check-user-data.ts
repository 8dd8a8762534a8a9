import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SelfCheck, words } from './self-check.ts';

/** Whether what the terminal learns can be kept: it tries. */
export const checkUserData: SelfCheck = {
  id: 'user-data',
  title: words('数据目录可写', 'Data folder'),
  run: async ({ stateFolder }) => {
    try {
      const folder = await mkdtemp(join(stateFolder, '.self-test-'));
      await writeFile(join(folder, 'probe'), 'x');
      await rm(folder, { recursive: true });
      return { result: 'ok', detail: words(stateFolder, stateFolder) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return {
        result: 'fail',
        detail: words(`${stateFolder}：${error.code}`, `${stateFolder}: ${error.code}`),
        advice: words('请检查目录的所有者和权限', 'Check who owns the folder and its permissions'),
      };
    }
  },
};

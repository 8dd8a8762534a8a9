import { isNewerVersion } from '../adapters/newer-version.ts';
import { readVersionMark } from '../adapters/version-mark.ts';
import { type SelfCheck, words } from './self-check.ts';

/** Whether a newer version of the program has been at work here before. */
export const checkVersion: SelfCheck = {
  id: 'version',
  title: words('程序版本', 'Program version'),
  run: async ({ stateFolder, version }) => {
    const newest = await readVersionMark(stateFolder);
    if (newest === undefined || !isNewerVersion(newest, version)) {
      return { result: 'ok', detail: words(version, version) };
    }
    return {
      result: 'warn',
      detail: words(
        `本程序为 ${version}，本机数据曾由较新的 ${newest} 写入`,
        `This is ${version}; the data here was written by the newer ${newest}`,
      ),
      advice: words(
        `如非有意退回，请安装 ${newest} 或更新的版本；数据未改动`,
        `Unless you went back on purpose, install ${newest} or newer; the data is untouched`,
      ),
    };
  },
};

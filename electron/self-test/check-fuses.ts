import { readFuses } from './read-fuses.ts';
import { type SelfCheck, words } from './self-check.ts';

/** Electron's numbers of the fuses that would let somebody run other code in this program. */
const MUST_BE_OFF = { runAsNode: 0, nodeOptions: 2, nodeInspect: 3 } as const;
const MUST_BE_ON = { onlyAsar: 5 } as const;

/** The switches burnt into the program file. */
export const checkFuses: SelfCheck = {
  id: 'fuses',
  title: words('程序熔断开关', 'Fuses'),
  run: async ({ executable, isPackaged }) => {
    if (!isPackaged) return { result: 'skip', detail: words('未打包', 'Not packaged') };
    const fuses = await readFuses(executable);
    if (fuses === undefined) return { result: 'skip', detail: words('无法读取', 'Not readable') };
    const open = [
      ...namesWhere(MUST_BE_OFF, (index) => fuses[index] === true),
      ...namesWhere(MUST_BE_ON, (index) => fuses[index] === false),
    ];
    if (open.length === 0) return { result: 'ok', detail: words('已设置', 'Set') };
    return {
      result: 'warn',
      detail: words(`未设置：${open.join('、')}`, `not set: ${open.join(', ')}`),
      advice: words('请安装正式安装包', 'Install the release package'),
    };
  },
};

function namesWhere(
  fuses: Readonly<Record<string, number>>,
  isWrong: (index: number) => boolean,
): readonly string[] {
  return Object.keys(fuses).filter((name) => isWrong(fuses[name] ?? -1));
}

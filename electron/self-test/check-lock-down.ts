import { accessSync, constants, existsSync } from 'node:fs';
import type { Words } from '../config/setting.ts';
import { type SelfCheck, words } from './self-check.ts';

const GUIDE = words('见安装包 build/deploy 的部署说明', 'See the recipes in build/deploy');

/**
 * Signs that the operating system would let people out of the kiosk. The program cannot see all of
 * them; what it can see it names.
 */
export const checkLockDown: SelfCheck = {
  id: 'lock-down',
  title: words('系统锁定', 'Lock-down'),
  run: async ({ configuration }) => {
    const { mode } = configuration.settings();
    if (mode === 'desk') return { result: 'skip', detail: words('窗口工作台', 'A desk') };
    const open = [...openOnAnySystem(configuration.files.machinePolicy), ...openOnLinux()];
    if (open.length === 0) {
      const detail = words('未见明显缺口', 'Nothing that stands open is visible from here');
      return { result: 'ok', detail };
    }
    const detail = words(
      open.map((one) => one['zh-CN']).join('；'),
      open.map((one) => one.en).join('; '),
    );
    return { result: 'warn', detail, advice: GUIDE };
  },
};

function openOnAnySystem(policyFile: string): readonly Words[] {
  if (!existsSync(policyFile)) {
    return [words('没有机器策略文件', 'There is no machine policy')];
  }
  return isWritable(policyFile)
    ? [words('本账户可改写机器策略', 'This account can write the machine policy')]
    : [];
}

function openOnLinux(): readonly Words[] {
  if (process.platform !== 'linux') return [];
  const desktop = process.env.XDG_CURRENT_DESKTOP ?? '';
  return [
    ...(process.getuid?.() === 0 ? [words('以 root 运行', 'Runs as root')] : []),
    ...(desktop === ''
      ? []
      : [words(`在 ${desktop} 桌面中运行`, `Runs inside the ${desktop} desktop`)]),
  ];
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return false;
  }
}

import { type SelfCheck, words } from './self-check.ts';

/** The printer for slips; a terminal may do without. */
export const checkPrinter: SelfCheck = {
  id: 'printer',
  title: words('打印机', 'Printer'),
  run: async ({ configuration, printers }) => {
    const found = await printers?.();
    if (found === undefined) {
      return { result: 'skip', detail: words('需在界面中检查', 'Needs the screen') };
    }
    const { printerName } = configuration.settings();
    if (printerName === '') {
      const detail = words(`未选择，系统有 ${found.length} 台`, `None chosen of ${found.length}`);
      return { result: 'skip', detail };
    }
    if (found.some(({ name }) => name === printerName)) {
      return { result: 'ok', detail: words(printerName, printerName) };
    }
    return {
      result: 'fail',
      detail: words(`找不到 ${printerName}`, `${printerName} is not there`),
      advice: words('请开机、检查连线，或另选打印机', 'Switch it on, check it, or choose another'),
    };
  },
};

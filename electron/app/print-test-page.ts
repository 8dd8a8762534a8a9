import { BrowserWindow } from 'electron';

/** Microns of a slip 80 mm wide. The size is always passed: silent printing would take A4. */
const SLIP = { width: 80_000, height: 120_000 };
const PAGE = `<!doctype html><meta charset="utf-8"><title>Test</title>
<h1>打印测试 Test page</h1><p>公共信用证书核验终端<br>Public Credit Kiosk</p>
<p>0123456789 ABCDEFGHJKLMNPQRTUWXY</p>`;

/** Prints a short page on a printer, from a page without script that nobody sees. */
export async function printTestPage(deviceName: string): Promise<'printed' | 'failed'> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false },
  });
  try {
    await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(PAGE)}`);
    return await new Promise((resolve) => {
      window.webContents.print({ silent: true, deviceName, pageSize: SLIP }, (isPrinted) =>
        resolve(isPrinted ? 'printed' : 'failed'),
      );
    });
  } finally {
    window.destroy();
  }
}

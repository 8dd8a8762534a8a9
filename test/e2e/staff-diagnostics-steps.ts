import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { KioskSession } from './kiosk-session.ts';

/** Exports diagnostics to the drive after these texts were shown: nobody is named in any file. */
export async function exportDiagnostics(
  { page }: KioskSession,
  drive: string,
  texts: readonly string[],
): Promise<void> {
  // Somebody was here before.
  for (const text of texts) {
    const scan = JSON.stringify({ text, source: 'camera' });
    await page.evaluate(`window.kiosk.checkScan(${scan})`);
  }
  await page.getByRole('button', { name: '导出诊断文件' }).first().click();
  await page.getByText('kiosk-diagnostics-').waitFor();
  const [zip] = readdirSync(drive).filter((name) => name.endsWith('.zip'));
  const files = unzipSync(readFileSync(join(drive, `${zip}`)));
  const names = ['camera.json', 'configuration.json', 'crash-dumps.json', 'kiosk.log'];
  expect(Object.keys(files).sort()).toEqual([...names, 'self-test.json', 'terminal.json']);
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(all).toContain('scan-checked');
  expect(all).toContain('"key": "staffPin"');
  expect(all).not.toMatch(/scrypt|PCC1:|有限公司|91310\d{3}|样例精密/);
  for (const text of texts.filter(({ length }) => length > 8)) {
    expect(all).not.toContain(text.slice(0, 40));
  }
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import * as v from 'valibot';
import { makeDemoWorld } from '../../authority/demo/make-demo-world.ts';
import { SamplesDocument } from '../../authority/demo/sample.ts';
import { buildProgram } from '../../build/build-program.ts';
import { launchKiosk } from '../../build/launch-kiosk.ts';
import { packageForTests } from '../../build/package/package-for-tests.ts';
import { VirtualCamera } from '../../build/virtual-camera/virtual-camera.ts';
import { hasDisplay, startVirtualDisplay } from '../../build/virtual-display.ts';
import { stageView } from '../e2e/staged-view.ts';
import { count, megabytes, table } from './markdown-table.ts';

/** Visits in one row of the table; before the first so many are not counted, while caches fill. */
const IN_A_ROW = 100;
const SHOWN = ['green-channel', 'standard-service', 'expired', 'bad-signature'];

/**
 * Visitor after visitor at the packaged kiosk, and what its page holds after each hundred. How long
 * a visit takes is told, too: a kiosk whose visits take longer and longer has grown somewhere else.
 * `VISITORS` sets how many; 1,000 unless it does.
 */
export async function benchVisitors(): Promise<void> {
  const visitors = Number(process.env.VISITORS ?? 1_000);
  const folder = mkdtempSync(join(tmpdir(), 'visitors-'));
  const display = hasDisplay() ? undefined : await startVirtualDisplay();
  const camera = await VirtualCamera.create(join(folder, 'camera.y4m'), {});
  await buildProgram();
  const { executable } = await packageForTests();
  const demo = join(folder, 'demo-world');
  const now = Math.floor(Date.now() / 1_000);
  const { bundleFolder, siteFile } = makeDemoWorld(demo, now, () => undefined);
  const { application, page } = await launchKiosk({
    ...{ executable, camera, userDataDir: join(folder, 'user-data') },
    args: ['--site', siteFile, '--trust', bundleFolder, '--verdict-seconds', '30'],
    ...(display === undefined ? {} : { env: { DISPLAY: display.display } }),
  });
  try {
    await page.waitForSelector('[data-screen="scan"]');
    await stageView(page);
    console.log(await watch(page, textsOf(demo), visitors));
  } finally {
    await application.close();
    await camera.close();
    display?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function textsOf(demo: string): readonly string[] {
  const file = readFileSync(join(demo, 'samples.json'), 'utf8');
  const { samples } = v.parse(SamplesDocument, JSON.parse(file));
  return samples.filter(({ id }) => SHOWN.includes(id)).map(({ text }) => text);
}

/** Lets them come, and gives the table. */
async function watch(page: Page, texts: readonly string[], visitors: number): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const visit = async (): Promise<number> => {
    const startMs = performance.now();
    await page.evaluate(`stage.visit(${JSON.stringify(texts)}, ${IN_A_ROW})`);
    return (performance.now() - startMs) / IN_A_ROW;
  };
  await visit();
  const rows: string[][] = [];
  for (let done = IN_A_ROW; done <= visitors; done += IN_A_ROW) {
    const visitMs = await visit();
    rows.push([count(done), `${visitMs.toFixed(0)} ms`, ...(await holdings(session))]);
  }
  return table(['visitors', 'a visit', 'nodes', 'listeners', 'heap (MB)'], rows);
}

/** What the page holds after a garbage collection. */
async function holdings(session: CDPSession): Promise<readonly string[]> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return [count(of('Nodes')), count(of('JSEventListeners')), megabytes(of('JSHeapUsedSize'))];
}

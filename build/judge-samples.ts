import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { DemoSample } from './demo-sample.ts';
import { takeSettledScreenshot } from './settled-screenshot.ts';
import { drawQrMatrix } from './virtual-camera/qr-matrix.ts';
import type { VirtualCamera } from './virtual-camera/virtual-camera.ts';

/** What the kiosk said about one sample. */
export type SampleResult = {
  readonly sample: DemoSample;
  /** The verdict's code, its kind behind a slash; `none` when it said nothing in time. */
  readonly verdict: string;
  readonly agrees: boolean;
  /** From the moment the code is held up to the verdict on the screen. */
  readonly milliseconds: number;
};

/** What the judging needs: the running kiosk, its camera and where screenshots go. */
export type JudgingParts = {
  readonly page: Page;
  readonly camera: VirtualCamera;
  readonly screenshotFolder: string;
  readonly report: (line: string) => void;
};

const VERDICT_LIMIT_MS = 20_000;
/** Longer than any configured stay of a verdict. */
const RETURN_LIMIT_MS = 60_000;
const DONE_LIMIT_MS = 5_000;
const SCAN_SCREEN = '[data-screen="scan"]';
const VERDICT = '[data-verdict-code]';

/** Holds every sample before the kiosk's camera in turn and keeps a screenshot of each verdict. */
export async function judgeSamples(
  samples: readonly DemoSample[],
  parts: JudgingParts,
): Promise<readonly SampleResult[]> {
  await rm(parts.screenshotFolder, { recursive: true, force: true });
  await mkdir(parts.screenshotFolder, { recursive: true });
  const results: SampleResult[] = [];
  for (const [index, sample] of samples.entries()) {
    await parts.page.waitForSelector(SCAN_SCREEN, { timeout: RETURN_LIMIT_MS });
    const result = await judgeSample(sample, parts);
    const name = `${String(index + 1).padStart(2, '0')}-${sample.id}`;
    await takeSettledScreenshot(parts.page, join(parts.screenshotFolder, `${name}.png`));
    parts.report(`${name}: ${result.verdict}, ${result.milliseconds} ms`);
    results.push(result);
    await parts.camera.show(undefined);
    await endVisit(parts.page);
  }
  return results;
}

/** Leaves as a visitor does. Where that does not work in time, the verdict leaves by itself. */
async function endVisit(page: Page): Promise<void> {
  const done = page.getByRole('button', { name: '完成' }).first();
  await done.click({ timeout: DONE_LIMIT_MS }).catch(() => undefined);
}

async function judgeSample(
  sample: DemoSample,
  { page, camera }: JudgingParts,
): Promise<SampleResult> {
  const started = performance.now();
  await camera.show(drawQrMatrix(sample.text));
  const appeared = await page
    .waitForSelector(VERDICT, { timeout: VERDICT_LIMIT_MS })
    .catch(() => undefined);
  const milliseconds = Math.round(performance.now() - started);
  const verdict = appeared ? await readVerdict(page) : 'none';
  return { sample, verdict, agrees: verdict === expectedVerdict(sample), milliseconds };
}

async function readVerdict(page: Page): Promise<string> {
  const verdict = page.locator(VERDICT);
  const code = await verdict.getAttribute('data-verdict-code');
  const kind = await verdict.getAttribute('data-foreign-kind');
  return kind === null ? `${code}` : `${code}/${kind}`;
}

/** What `SampleResult.verdict` has to be. */
export function expectedVerdict({ expected, expectedKind }: DemoSample): string {
  return expectedKind === undefined ? expected : `${expected}/${expectedKind}`;
}

import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PIN } from '../authority/demo/demo-site.ts';
import { type DemoWorld, makeDemoWorld } from '../authority/demo/make-demo-world.ts';
import { buildProgram } from './build-program.ts';
import { findElectron } from './electron-runtime/find-electron.ts';
import { judgeSamples } from './judge-samples.ts';
import { type KioskLaunch, launchKiosk } from './launch-kiosk.ts';
import { ProgressSteps } from './progress-steps.ts';
import { projectRoot } from './project-folders.ts';
import { drawResultTable } from './result-table.ts';
import { hasRealCamera, playSamples, runUntilClosed } from './run-on-display.ts';
import { ensureSystemLibraries } from './system-libraries.ts';
import { VirtualCamera } from './virtual-camera/virtual-camera.ts';
import { hasDisplay, startVirtualDisplay } from './virtual-display.ts';

/**
 * `npm start`: makes what is missing and runs the kiosk on the demo world. Arguments go to the
 * kiosk, except `--virtual-camera`, which plays the samples even where there is a webcam.
 */

const steps = new ProgressSteps(6);
const OWN_SWITCH = '--virtual-camera';
const kioskSwitches = process.argv.slice(2).filter((argument) => argument !== OWN_SWITCH);

// Ending by a signal must still run the clean-up that hangs on the process's end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  process.exitCode = await start();
} catch (failure) {
  process.stderr.write(`\nnpm start: ${failure instanceof Error ? failure.message : failure}\n`);
  process.exitCode = 1;
}

async function start(): Promise<number> {
  steps.next('Making the demo world');
  const now = Math.floor(Date.now() / 1000);
  const world = makeDemoWorld(join(projectRoot, 'demo-world'), now, (line) => steps.say(line));
  steps.say(`all sample codes on one page: ${world.contactSheet}`);
  steps.say(`staff menu: tap the top left corner seven times; PIN ${DEMO_PIN}`);
  steps.next('Finding Electron');
  const { executable, version, origin } = await findElectron();
  steps.say(`Electron ${version} (${origin})`);
  steps.next('Checking system libraries and display');
  await ensureSystemLibraries(executable);
  steps.next('Building');
  await buildProgram();
  const workFolder = await mkdtemp(join(tmpdir(), 'kiosk-demo-'));
  process.once('exit', () => rmSync(workFolder, { recursive: true, force: true }));
  const launch = { executable, userDataDir: join(workFolder, 'user-data') };
  return (hasDisplay() ? runForPeople : runUnseen)(launch, world, workFolder);
}

async function runForPeople(
  launch: KioskLaunch,
  world: DemoWorld,
  workFolder: string,
): Promise<number> {
  steps.next('Setting up the camera');
  const camera = await createCameraIfNeeded(workFolder);
  steps.say(camera ? 'virtual webcam: plays the samples in turn' : 'the webcam of this machine');
  steps.next('Running; close the window to end');
  const ended = new AbortController();
  const playing = camera && playSamples(camera, world.samples, ended.signal);
  const demo = ['--trust', world.bundleFolder, '--site', world.siteFile];
  const args = [projectRoot, ...demo, '--windowed', ...kioskSwitches];
  const exitCode = await runUntilClosed({ ...launch, args, camera });
  ended.abort();
  await playing;
  await camera?.close();
  return exitCode;
}

async function createCameraIfNeeded(workFolder: string): Promise<VirtualCamera | undefined> {
  if (hasRealCamera() && !process.argv.includes(OWN_SWITCH)) return undefined;
  return VirtualCamera.create(join(workFolder, 'camera.y4m'));
}

async function runUnseen(
  launch: KioskLaunch,
  world: DemoWorld,
  workFolder: string,
): Promise<number> {
  steps.next('Setting up a virtual display and webcam');
  const display = await startVirtualDisplay();
  const camera = await VirtualCamera.create(join(workFolder, 'camera.y4m'));
  steps.next(`Judging ${world.samples.length} samples through the camera`);
  // Long enough for a slow machine to take its picture; each verdict is ended by a press of 完成.
  const demo = ['--trust', world.bundleFolder, '--site', world.siteFile];
  const short = ['--windowed=1080x1920', '--verdict-seconds=30'];
  const { application, page } = await launchKiosk({
    ...launch,
    args: [projectRoot, ...demo, ...short, ...kioskSwitches],
    camera,
    env: { DISPLAY: display.display },
  });
  const screenshotFolder = join(projectRoot, 'demo-output');
  const report = (line: string): void => steps.say(line);
  const results = await judgeSamples(world.samples, { page, camera, screenshotFolder, report });
  await application.close();
  await camera.close();
  display.stop();
  process.stdout.write(`${drawResultTable(results)}\n`);
  return results.every(({ agrees }) => agrees) ? 0 : 1;
}

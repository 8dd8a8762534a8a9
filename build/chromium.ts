import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  canInstallPackages,
  installCommand,
  installPackages,
  type PackageNames,
} from './apt-packages.ts';

/** Where Debian and Ubuntu, Fedora, Arch and macOS put the browser. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const CHROMIUM: PackageNames = ['chromium'];
const CHINESE_FONT: PackageNames = ['fonts-noto-cjk'];

/**
 * The Chromium in which the pages of the portal are tested; `CHROMIUM` in the environment names
 * another. Throws Error naming the exact command when there is none.
 */
export function findChromium(): string {
  const found = chromium();
  if (found !== undefined) return found;
  throw new Error(
    'The tests of the portal need Chromium. On Debian run:\n' +
      `  ${installCommand([CHROMIUM, CHINESE_FONT])}\n` +
      'Elsewhere install Chromium or Chrome and a Chinese font; CHROMIUM=FILE names another place.',
  );
}

/**
 * Installs Chromium and a Chinese font where they are missing, as root on Debian and its kin.
 * Elsewhere it changes nothing, and `findChromium` says what to do.
 */
export async function ensureChromium(): Promise<void> {
  if (process.platform !== 'linux' || !canInstallPackages()) return;
  const missing = [
    ...(chromium() === undefined ? [CHROMIUM] : []),
    ...(hasChineseFont() ? [] : [CHINESE_FONT]),
  ];
  if (missing.length > 0) await installPackages(missing, 'the browser of the portal’s tests');
}

function chromium(): string | undefined {
  const places = process.env.CHROMIUM === undefined ? PLACES : [process.env.CHROMIUM];
  return places.find((place) => existsSync(place));
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    // No fontconfig yet: the browser brings it.
    return false;
  }
}

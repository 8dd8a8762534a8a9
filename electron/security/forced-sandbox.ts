import type { App } from 'electron';

/**
 * Every page runs sandboxed, whatever its window asks for. Electron security checklist 4.
 * Chromium cannot sandbox the processes of root and starts them in an endless loop if told to, so
 * a build machine that runs as root and says `--no-sandbox` is let through; nobody else is.
 */
export function forceSandbox(app: App): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && app.commandLine.hasSwitch('no-sandbox')) return;
  app.enableSandbox();
}

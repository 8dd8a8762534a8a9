import { findElectron } from './find-electron.ts';

/** `node build/electron-runtime/print-electron.ts`: which Electron this machine gets, as JSON. */
process.stdout.write(`${JSON.stringify(await findElectron(), undefined, 2)}\n`);

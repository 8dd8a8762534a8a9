/** A complete Electron on this machine, unpacked and ready to start. */
export type ElectronRuntime = {
  /** Absolute path of the program. */
  readonly executable: string;
  /** The folder that holds it, as electron-builder's `electronDist` wants it. */
  readonly distFolder: string;
  /** For example `45.4.1`. */
  readonly version: string;
  readonly origin: ElectronOrigin;
};

/** `official`: the pinned `electron` package. `offline-copy`: an old one, development and tests only. */
export type ElectronOrigin = 'official' | 'offline-copy';

/** Says one line of progress; standard output stays free for results. */
export function sayProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}

import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * Switches burnt into the shipped program. Every one is written out, so that an Electron with a
 * new fuse stops the packaging until somebody has decided about it.
 */
const PRODUCTION_FUSES: Readonly<Record<FuseV1Options, boolean>> = {
  // ELECTRON_RUN_AS_NODE would turn the kiosk into an interpreter for anybody's script.
  [FuseV1Options.RunAsNode]: false,
  // No cookies are kept; should one ever be, it is encrypted. Cannot be undone for a profile.
  [FuseV1Options.EnableCookieEncryption]: true,
  // NODE_OPTIONS can preload code. Private certificate authorities belong in the system's store.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // --inspect and SIGUSR1 open a debugger that can do whatever the program can.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Windows and macOS: a changed archive does not start. Linux ignores it; see the deployment notes.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // A folder put beside the archive must not be preferred to it.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // We make no snapshot of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app://, so file:// needs no privileges.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // The QR engine is WebAssembly; trap handlers make its memory checks cheap.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * Burns the production fuses into a program.
 *
 * @throws Error when the program has a fuse that the table does not name, or lacks one.
 */
export async function setProductionFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...PRODUCTION_FUSES,
  });
}

/**
 * The production fuses as far as the tests allow. The debugger stays on, because Playwright drives
 * the packaged program through it, and an old Electron has fewer fuses than the table.
 */
export async function setTestFuses(executable: string): Promise<void> {
  const wire = await getCurrentFuseWire(executable);
  const known = Object.entries(PRODUCTION_FUSES).filter(([fuse]) => fuse in wire);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    ...Object.fromEntries(known),
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

import { parseArgs } from 'node:util';

/** What the program can do on a terminal instead of opening a window. */
export type Command =
  | { readonly name: 'check-config' }
  | { readonly name: 'print-config'; readonly json: boolean }
  | { readonly name: 'set-pin'; readonly pinFile: string | undefined }
  | { readonly name: 'hash-pin'; readonly pinFile: string | undefined }
  | { readonly name: 'self-test'; readonly json: boolean }
  | { readonly name: 'import'; readonly folder: string; readonly isConfirmed: boolean }
  | { readonly name: 'version' }
  | { readonly name: 'usage' };

/** Shown for `--help` and for a command that was called wrongly. */
export const USAGE = `Public Credit Kiosk. Commands for a terminal; none opens a window:

  --check-config            names every problem of the configuration; status 1 if there is one
  --print-config [--json]   every setting in force and where it came from; no secrets
  --set-pin                 asks for the staff PIN and keeps it in the local settings
  --hash-pin                asks for a PIN and prints what a policy or site file holds for it
                            (both: --pin-file FILE takes the PIN from the first line of FILE)
  --import DIR [--yes]      shows the trust data in DIR, then takes it over
  --self-test [--json]      checks this terminal; status 1 if a check fails
  --verify-log [FOLDER]     proves the log of verdicts
  --version, --help

They heed --user-data DIR, --site FILE, --machine-policy FILE, --trust DIR and --root FILE.
`;

/** The command a command line asks for; `undefined` when it starts the kiosk. */
export function commandIn(argv: readonly string[]): Command | undefined {
  const { values } = parseArgs({
    args: [...argv],
    // Chromium's and Electron's switches arrive in the same list.
    strict: false,
    options: {
      'check-config': { type: 'boolean' },
      'print-config': { type: 'boolean' },
      'set-pin': { type: 'boolean' },
      'hash-pin': { type: 'boolean' },
      'pin-file': { type: 'string' },
      'self-test': { type: 'boolean' },
      import: { type: 'string' },
      yes: { type: 'boolean' },
      json: { type: 'boolean' },
      version: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const json = values.json === true;
  const pinFile = typeof values['pin-file'] === 'string' ? values['pin-file'] : undefined;
  if (values.help === true) return { name: 'usage' };
  if (values.version === true) return { name: 'version' };
  if (values['check-config'] === true) return { name: 'check-config' };
  if (values['print-config'] === true) return { name: 'print-config', json };
  if (values['set-pin'] === true) return { name: 'set-pin', pinFile };
  if (values['hash-pin'] === true) return { name: 'hash-pin', pinFile };
  if (values['self-test'] === true) return { name: 'self-test', json };
  if (values.import === undefined) return undefined;
  if (typeof values.import !== 'string') return { name: 'usage' };
  return { name: 'import', folder: values.import, isConfirmed: values.yes === true };
}

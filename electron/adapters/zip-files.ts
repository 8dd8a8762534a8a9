import { strToU8, zipSync } from 'fflate';

/** Packs texts by name into one zip file. */
export function zipFiles(files: ReadonlyMap<string, string>): Uint8Array {
  return zipSync(Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)])));
}

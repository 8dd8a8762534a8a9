import { open, rename } from 'node:fs/promises';

/**
 * Replaces a file as a whole: written beside it, forced to the disk, then renamed. A power cut
 * leaves the old content or the new one, never half of it.
 */
export async function writeAtomically(file: string, content: string): Promise<void> {
  const temporary = `${file}.new`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

import { resolve } from 'node:path';

/** The checkout's top folder; every script of `build/` works from here, whatever the shell's folder. */
export const projectRoot = resolve(import.meta.dirname, '..');

/** Ignored by git, safe to delete: downloads and stamps that only save time. */
export const cacheFolder = resolve(projectRoot, '.cache');

/** What `vite build` writes. */
export const distFolder = resolve(projectRoot, 'dist');

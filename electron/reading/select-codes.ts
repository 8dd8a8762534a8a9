import { looksLikeCertificate } from './certificate-text.ts';
import { MAX_CODES_PER_FILE } from './limits.ts';
import type { FoundCode } from './read-file.ts';

/** Whether a certificate is among them. */
export function hasCertificate(found: readonly FoundCode[]): boolean {
  return found.some(({ text }) => looksLikeCertificate(text));
}

/**
 * Which of the codes found in one file are judged: each distinct certificate once, else the first
 * other code. A printed page carries other codes too (hotline, map), which nobody asks about.
 */
export function selectCodes(found: readonly FoundCode[]): FoundCode[] {
  const certificates = found.filter(({ text }) => looksLikeCertificate(text));
  if (certificates.length === 0) return found.slice(0, 1);
  const firstOfEach = new Map<string, FoundCode>();
  for (const code of certificates) {
    const key = code.text.trim();
    if (!firstOfEach.has(key)) firstOfEach.set(key, code);
  }
  return [...firstOfEach.values()].slice(0, MAX_CODES_PER_FILE);
}

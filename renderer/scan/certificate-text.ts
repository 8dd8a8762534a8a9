/**
 * Whether a text announces itself as a certificate of any version. Only good enough to
 * decide whether it may take the place of a verdict on the screen; the main process judges it.
 */
export function looksLikeCertificate(text: string): boolean {
  return text.trimStart().startsWith('PCC');
}

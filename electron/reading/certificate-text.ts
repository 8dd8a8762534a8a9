/** Whether a text claims to be a certificate of any format version. */
export function looksLikeCertificate(text: string): boolean {
  return /^\s*PCC[0-9]/.test(text);
}

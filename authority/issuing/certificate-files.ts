import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageOffice } from '../page/page-content.ts';
import type { NewCertificate } from '../store/certificate-book.ts';

/** What can be written of a certificate besides its text. */
export const CERTIFICATE_FORMS = ['svg', 'png', 'pdf'] as const;
export type CertificateForm = (typeof CERTIFICATE_FORMS)[number];

/** Where and in which forms certificates are written. */
export interface CertificateFolder {
  readonly folder: string;
  readonly forms: readonly CertificateForm[];
  readonly office: PageOffice;
}

/**
 * Writes the files of a certificate, `CODE-NUMBER.txt` and its other forms. A file that is there
 * is left alone: it was written whole, for this very certificate.
 */
export async function writeCertificateFiles(
  certificate: NewCertificate,
  { folder, forms, office }: CertificateFolder,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { text } = certificate;
  const drawings: Readonly<Record<CertificateForm, Draw>> = {
    // Loaded when there is something to draw: canvas and fonts take a while.
    svg: async () => (await import('../qr-image.ts')).qrSvg(text),
    png: async () => (await import('../qr-image.ts')).qrPng(text),
    pdf: async () => (await import('../page/certificate-page.ts')).certificatePage(text, office),
  };
  const name = certificateFileName(certificate);
  await writeOnce(join(folder, `${name}.txt`), () => `${text}\n`);
  for (const form of forms) await writeOnce(join(folder, `${name}.${form}`), drawings[form]);
}

/** Name of a certificate's files, without the ending. */
export function certificateFileName({ holder, number }: NewCertificate): string {
  return `${holder}-${number}`;
}

type Draw = () => string | Promise<string | Uint8Array>;

async function writeOnce(file: string, draw: Draw): Promise<void> {
  if (existsSync(file)) return;
  // Under its name only when it is whole: a run that is cut off leaves no half page.
  const draft = `${file}.part`;
  writeFileSync(draft, await draw());
  renameSync(draft, file);
}

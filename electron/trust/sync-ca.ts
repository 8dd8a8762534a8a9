import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { failure, type Result, success } from '../../shared/result.ts';

/** Bytes of a file of authorities; the collections of whole systems have a quarter of it. */
const MAX_CA_BYTES = 1_048_576;

/** Why a file of authorities cannot be used. */
export type CaFailure =
  | 'ca-file-missing'
  | 'ca-file-unreadable'
  | 'ca-file-too-large'
  | 'ca-file-without-certificate'
  | 'ca-file-damaged'
  | 'not-an-authority';

const BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** Reads the authorities the repository's certificate has to come from, one PEM text each. */
export function readCaFile(file: string): Result<readonly string[], CaFailure> {
  const text = readText(file);
  return text.ok ? parseCa(text.value) : text;
}

/** Takes all of a PEM text or nothing: an authority left out by accident is nobody's wish. */
export function parseCa(text: string): Result<readonly string[], CaFailure> {
  const announced = text.split('-----BEGIN').length - 1;
  if (announced === 0) return failure('ca-file-without-certificate');
  const blocks = text.match(BLOCK) ?? [];
  if (blocks.length !== announced) return failure('ca-file-damaged');
  for (const block of blocks) {
    const certificate = readCertificate(block);
    if (certificate === undefined) return failure('ca-file-damaged');
    if (!certificate.ca) return failure('not-an-authority');
  }
  return success(blocks);
}

function readCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    // OpenSSL and BoringSSL name the flaw differently; both throw an Error with a code.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function readText(file: string): Result<string, CaFailure> {
  try {
    if (statSync(file).size > MAX_CA_BYTES) return failure('ca-file-too-large');
    return success(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const isMissing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    return failure(isMissing ? 'ca-file-missing' : 'ca-file-unreadable');
  }
}

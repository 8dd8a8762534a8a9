import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EpochSeconds } from '../../shared/time.ts';
import type { LeftOut, TrustBundle } from '../../shared/trust/trust-bundle.ts';
import { type LoadFailure, loadBundleFolder } from '../trust/load-bundle.ts';
import { openRepository } from './open-repository.ts';

/** What is to be opened. */
export interface TrustRequest {
  /** The folder named on the command line. */
  readonly folder: string | undefined;
  /** The root of trust named on the command line. */
  readonly root: string | undefined;
  /** A repository is judged at this time; in a bundle it stands in for a sync time it does not tell. */
  readonly now: EpochSeconds;
  readonly notice: (sentence: string) => void;
}

/** A release carries a bundle beside the program; a checkout has none. */
const SHIPPED_FOLDER = join(import.meta.dirname, '../../resources/trust');

/**
 * Opens the trust bundle, or the trust repository where the folder is one. A folder that does not
 * load is told and leaves the verifier without trust, so that it says "cannot decide".
 */
export async function openTrust(request: TrustRequest): Promise<TrustBundle | undefined> {
  const { notice } = request;
  const folder = request.folder ?? (existsSync(SHIPPED_FOLDER) ? SHIPPED_FOLDER : undefined);
  if (folder === undefined) {
    notice('no trust bundle: name its folder with --trust DIR');
    return undefined;
  }
  const bundle = existsSync(join(folder, 'metadata'))
    ? await openRepositoryFolder({ ...request, folder })
    : await openBundleFolder({ ...request, folder });
  for (const left of bundle?.leftOut ?? []) notice(explainLeftOut(left));
  return bundle;
}

type FolderRequest = TrustRequest & { readonly folder: string };

async function openRepositoryFolder(request: FolderRequest): Promise<TrustBundle | undefined> {
  const opened = await openRepository(request);
  if (opened.ok) return opened.value;
  request.notice(opened.failure);
  return undefined;
}

async function openBundleFolder(request: FolderRequest): Promise<TrustBundle | undefined> {
  const { folder, root, now, notice } = request;
  // A bundle folder has no chain of trust to start anywhere; whoever named a root may think so.
  if (root !== undefined) notice('--root is not used: it belongs to a trust repository folder');
  const loaded = await loadBundleFolder(folder, now);
  if (loaded.ok) return loaded.value;
  notice(`the trust bundle is not used: ${explainFailure(loaded.failure)}`);
  return undefined;
}

function explainFailure({ document, failure: why }: LoadFailure): string {
  if ('file' in why) return `its folder has no readable ${why.file}`;
  if ('path' in why) return `${document}: ${why.code} at ${why.path || 'the top'}`;
  return `${document}: ${why.code}`;
}

function explainLeftOut(left: LeftOut): string {
  if (left.part === 'issuer-key') return `issuer key ${left.kid} cannot be used and is left out`;
  return `status list ${left.name} is left out: ${left.failure}`;
}

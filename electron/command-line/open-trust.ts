import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { LeftOut, TrustBundle } from '../../shared/trust/trust-bundle.ts';
import { type LoadFailure, loadBundleFolder } from '../trust/load-bundle.ts';

/** What is to be opened. */
export interface TrustRequest {
  /** The folder named on the command line. */
  readonly folder: string | undefined;
  /** The time that stands in for a sync time the folder does not tell. */
  readonly now: EpochSeconds;
  readonly notice: (sentence: string) => void;
}

/** A release carries a bundle beside the program; a checkout has none. */
const SHIPPED_FOLDER = join(import.meta.dirname, '../../resources/trust');

/**
 * Opens the trust bundle. A folder that does not load is told and leaves the verifier without
 * trust, so that it says "cannot decide"; only a folder of the wrong kind ends the run.
 */
export async function openTrust(
  request: TrustRequest,
): Promise<Result<TrustBundle | undefined, string>> {
  const folder = request.folder ?? (existsSync(SHIPPED_FOLDER) ? SHIPPED_FOLDER : undefined);
  if (folder === undefined) {
    request.notice('no trust bundle: name its folder with --trust DIR');
    return success(undefined);
  }
  if (existsSync(join(folder, 'metadata'))) {
    return failure('--trust: a trust repository folder is not supported yet, give a bundle folder');
  }
  const loaded = await loadBundleFolder(folder, request.now);
  if (!loaded.ok) {
    request.notice(`the trust bundle is not used: ${explainFailure(loaded.failure)}`);
    return success(undefined);
  }
  for (const left of loaded.value.leftOut) request.notice(explainLeftOut(left));
  return success(loaded.value);
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

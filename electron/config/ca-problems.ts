import { parseRepositoryUrl } from '../trust/fetch-port.ts';
import { readCaFile } from '../trust/sync-ca.ts';
import type { ConfigProblem, ConfigProblemReason } from './config-layer.ts';
import type { ResolvedSettings } from './resolve-settings.ts';

/** What is wrong with the file `syncCa` names, on this machine and now. */
export function caProblems({ settings, origins }: ResolvedSettings): readonly ConfigProblem[] {
  const { source, place } = origins.syncCa;
  if (settings.syncCa === '' || source === 'default' || place === undefined) return [];
  const problem = (reason: ConfigProblemReason, detail: string): ConfigProblem => ({
    ...{ source, place, key: 'syncCa', reason, detail },
  });
  const authorities = readCaFile(settings.syncCa);
  if (!authorities.ok) return [problem(authorities.failure, settings.syncCa)];
  const repository = parseRepositoryUrl(settings.repositoryUrl);
  if (repository === undefined || repository.protocol === 'https:') return [];
  return [problem('ca-needs-https', repository.href)];
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SelfTestLine } from '../../shared/ipc/self-test.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { ConfigFiles } from '../config/config-files.ts';
import type { ResolvedSettings } from '../config/resolve-settings.ts';
import type { Log } from '../ports.ts';
import { askAudit } from '../self-test/ask-audit.ts';
import { runSelfTest } from '../self-test/run-self-test.ts';
import type { RepositoryAnswer } from '../self-test/self-check.ts';
import { chooseTrust } from '../trust/choose-folder.ts';
import { parseRepositoryUrl } from '../trust/fetch-port.ts';
import { createNodeFetch } from '../trust/fetch-with-node.ts';
import { createTrustSource } from '../trust/folder-source.ts';
import { MAX_METADATA_BYTES } from '../trust/limits.ts';
import { authoritiesOf, syncNetworkOf } from '../trust/sync-network.ts';
import { trustPlaces } from '../trust/trust-places.ts';
import type { CommandParts, ExitStatus } from './run-command.ts';

const STALL_MS = 5_000;
const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

type SelfTestCommandParts = CommandParts & {
  readonly resolved: ResolvedSettings;
  readonly files: ConfigFiles;
};

/** `--self-test`: the same ladder as in the staff menu, but for what needs a screen. */
export async function selfTest(asJson: boolean, parts: SelfTestCommandParts): Promise<ExitStatus> {
  const { resolved, files, stateFolder, terminal } = parts;
  const bundle = await loadTrust(parts);
  const lines = await runSelfTest({
    configuration: { files, resolved: () => resolved, settings: () => resolved.settings },
    ...{ stateFolder, version: parts.version, electron: parts.electron },
    ...{ executable: parts.executable, isPackaged: parts.isPackaged },
    clock: { now: parts.now },
    trust: () => bundle,
    camera: undefined,
    printers: undefined,
    repository: () => askRepository(resolved),
    audit: async () => askAudit(join(stateFolder, 'audit'), undefined),
    hasSwitch: (name) => parts.switches.includes(`--${name}`),
  });
  terminal.write(asJson ? `${JSON.stringify(lines, null, 2)}\n` : describe(lines));
  return lines.some(({ result }) => result === 'fail') ? 1 : 0;
}

async function loadTrust(parts: SelfTestCommandParts): Promise<TrustBundle | undefined> {
  const places = trustPlaces(parts.resolved.settings, { ...parts, root: parts.options.root });
  const plan = chooseTrust(places, existsSync);
  const source = await createTrustSource(plan, { clock: { now: parts.now }, log: SILENT });
  const loaded = await source.load();
  return loaded.ok ? loaded.value : undefined;
}

/**
 * Asks for the smallest file of the repository, through the configured proxy and believing the
 * configured authorities. Without a screen a system's own proxy settings are not known.
 */
async function askRepository(resolved: ResolvedSettings): Promise<RepositoryAnswer> {
  const repository = parseRepositoryUrl(resolved.settings.repositoryUrl);
  if (repository === undefined) return 'not-asked-yet';
  const network = syncNetworkOf(resolved);
  const authorities = authoritiesOf(network);
  if (!authorities.ok) return 'ca-unusable';
  const { route } = network;
  const proxy = route.kind === 'system' || route.kind === 'direct' ? undefined : route;
  const port = createNodeFetch({
    ...{ repository, stallMs: STALL_MS, proxy, authorities: authorities.value },
  });
  const path = 'metadata/timestamp.json';
  const answer = await port.fetch({ path, maxBytes: MAX_METADATA_BYTES.timestamp });
  port.close();
  return answer.ok ? 'answered' : answer.failure;
}

function describe(lines: readonly SelfTestLine[]): string {
  const blocks = lines.map(({ title, result, detail, advice }) => {
    const head = `${result.toUpperCase().padEnd(4)}  ${title['zh-CN']} ${title.en}`;
    const both = [detail, ...(advice === undefined ? [] : [advice])].map((words) =>
      words['zh-CN'] === words.en ? words.en : `${words['zh-CN']} / ${words.en}`,
    );
    return [head, ...both.map((line) => `      ${line}`)].join('\n');
  });
  return `${blocks.join('\n')}\n`;
}

import { Agent, get } from 'node:http';
import { describeFile } from '../../authority/repository/metadata.ts';
import {
  metadataFile,
  TARGETS_ROLES,
  targetFile,
} from '../../authority/repository/repository-files.ts';

/** What a simulated kiosk holds between two synchronisations. */
export interface SimulatedKiosk {
  rootVersion: number;
  snapshotVersion: number;
  readonly roleVersions: Map<string, number>;
  /** Hash of each target held, by name. */
  readonly targets: Map<string, string>;
}

export const SIMULATED_AGENT = 'simulated-kiosk';

/** A kiosk that was installed with the first root and has never been online. */
export function newSimulatedKiosk(): SimulatedKiosk {
  return { rootVersion: 1, snapshotVersion: 0, roleVersions: new Map(), targets: new Map() };
}

/**
 * Asks for what tuf-js 6.0.2 asks for, in its order, over one connection, and checks hashes but no
 * signatures: a thousand of them fit into one process. Gives the number of requests.
 */
export async function simulateSync(kiosk: SimulatedKiosk, origin: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let requests = 0;
  const fetchFile = (path: string): Promise<Buffer | undefined> => {
    requests++;
    return fetchOne(`${origin}/${path}`, agent);
  };
  try {
    while (await fetchFile(metadataFile('root', kiosk.rootVersion + 1))) kiosk.rootVersion++;
    const { version } = (await fetchSigned(fetchFile, 'metadata/timestamp.json')).meta[
      'snapshot.json'
    ];
    if (version === kiosk.snapshotVersion) return requests;
    kiosk.snapshotVersion = version;
    const snapshot = await fetchSigned(fetchFile, metadataFile('snapshot', version));
    await fetchChangedTargets(kiosk, snapshot, fetchFile);
    return requests;
  } finally {
    agent.destroy();
  }
}

type FetchFile = (path: string) => Promise<Buffer | undefined>;

async function fetchSigned(fetchFile: FetchFile, path: string) {
  const bytes = await fetchFile(path);
  if (bytes === undefined) throw new Error(`${path} is missing`);
  return JSON.parse(bytes.toString()).signed;
}

async function fetchChangedTargets(
  kiosk: SimulatedKiosk,
  snapshot: { readonly meta: Readonly<Record<string, { readonly version: number }>> },
  fetchFile: FetchFile,
): Promise<void> {
  for (const role of TARGETS_ROLES) {
    const version = snapshot.meta[`${role}.json`]?.version ?? 0;
    if (version === kiosk.roleVersions.get(role)) continue;
    kiosk.roleVersions.set(role, version);
    const { targets } = await fetchSigned(fetchFile, metadataFile(role, version));
    for (const name of Object.keys(targets)) {
      const { sha256 } = targets[name].hashes;
      if (sha256 === kiosk.targets.get(name)) continue;
      const bytes = await fetchFile(targetFile(name, sha256));
      if (bytes === undefined || describeFile(bytes).hashes.sha256 !== sha256)
        throw new Error(`${name} is not what was signed`);
      kiosk.targets.set(name, sha256);
    }
  }
}

function fetchOne(url: string, agent: Agent): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'User-Agent': SIMULATED_AGENT, Accept: '*/*' };
    const request = get(url, { agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts));
        else if (response.statusCode === 404) resolve(undefined);
        else reject(new Error(`${url}: ${response.statusCode}`));
      });
    });
    request.on('error', reject);
  });
}

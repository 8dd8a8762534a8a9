import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../authority/portal/create-server.ts';
import { openPortal } from '../../authority/portal/open-portal.ts';
import type { PortalParts, ServerParts } from '../../authority/portal/server-parts.ts';
import { DEFAULT_SCHEME_FILE } from '../../authority/rating/load-scheme.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { makeTestRepository } from '../world/test-repository.ts';
import { makePortalOffice, NOW, work } from './portal-office.ts';

/** The real server on a free port, with a clock the test turns. */
export interface RunningPortal {
  readonly app: FastifyInstance;
  readonly folder: string;
  readonly origin: string;
  /** What the server takes for now. */
  now: EpochSeconds;
  close(): Promise<void>;
}

export interface PortalChanges {
  readonly portal?: Partial<PortalParts>;
  readonly server?: Partial<ServerParts>;
  /** An office made before. */
  readonly folder?: string;
}

let offices = 0;

/** Starts a server over an office of its own. */
export async function runPortal(changes: PortalChanges = {}): Promise<RunningPortal> {
  const folder = changes.folder ?? join(work, `office-${++offices}`);
  if (changes.folder === undefined) await makePortalOffice(folder);
  const { repositoryFolder } = makeTestRepository(join(folder, `trust-${++offices}`), { now: NOW });
  const options = { publicUrl: undefined, ssoHeader: undefined, schemeFile: DEFAULT_SCHEME_FILE };
  const passphrase = (): string => '';
  const portal = { ...(await openPortal(folder, { ...options, passphrase })), ...changes.portal };
  const app = await createServer({
    ...{ repositoryFolder, portal, proxies: ['127.0.0.1'], metricsFrom: ['127.0.0.1'] },
    clock: () => running.now,
    ...changes.server,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const running: RunningPortal = {
    ...{ app, folder, origin, now: NOW },
    async close() {
      app.server.closeAllConnections();
      await app.close();
      await portal.store.close();
    },
  };
  return running;
}

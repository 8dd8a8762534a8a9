import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { EpochSeconds } from '../../shared/time.ts';
import { addAssets } from './assets.ts';
import { addCompanyRoutes } from './company-routes.ts';
import { openCookies } from './cookies.ts';
import { openDrawingDesk } from './drawing-desk.ts';
import { addFailurePages } from './failure-pages.ts';
import { openLiveCodes } from './live-code.ts';
import type { Metrics } from './metrics.ts';
import { addSecurityHeaders } from './security-headers.ts';
import type { PortalParts } from './server-parts.ts';
import { openSessions } from './sessions.ts';
import { addShowRoutes } from './show-routes.ts';
import { addSignInRoutes } from './sign-in-routes.ts';
import { openVisits } from './visit.ts';

/** What the portal shares with the rest of the server. */
export interface PortalSurroundings {
  readonly proxies: readonly string[];
  readonly metrics: Metrics;
  readonly clock: () => EpochSeconds;
}

/** Adds the company portal: sign-in, a company's own pages, and the code it shows. */
export async function addPortal(
  app: FastifyInstance,
  parts: PortalParts,
  { proxies, metrics, clock }: PortalSurroundings,
): Promise<void> {
  const isEncrypted = parts.publicUrl?.protocol === 'https:';
  await addSecurityHeaders(app, isEncrypted);
  await app.register(cookie);
  await app.register(formbody);
  await app.register(rateLimit, { global: false });

  const [sessions, cookies, desk] = [openSessions(), openCookies(isEncrypted), openDrawingDesk()];
  app.addHook('onClose', async () => desk.close());
  const sources = { parts, proxies, sessions, cookies };
  const visits = openVisits({ sources, assets: addAssets(app), clock });
  const liveCodes = openLiveCodes(parts.presentationKey, metrics.liveCode);

  addFailurePages(app, visits);
  addSignInRoutes(app, { visits, parts, sessions, cookies, metrics, clock });
  addCompanyRoutes(app, { visits, parts, desk, clock });
  addShowRoutes(app, { visits, parts, desk, liveCodes, clock });
}

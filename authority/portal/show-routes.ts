import type { FastifyInstance } from 'fastify';
import type { EpochSeconds } from '../../shared/time.ts';
import type { Company } from '../store/credit-record.ts';
import { readCompanyView } from './company-view.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import type { LiveCodes } from './live-code.ts';
import { nothingToShowPage, type Showing, showPage } from './pages/show-page.ts';
import type { PortalParts } from './server-parts.ts';
import { formatTime } from './text/format.ts';
import type { Visits } from './visit.ts';

/** What showing a live code takes. */
export interface ShowParts {
  readonly visits: Visits;
  readonly parts: PortalParts;
  readonly desk: DrawingDesk;
  readonly liveCodes: LiveCodes;
  readonly clock: () => EpochSeconds;
}

/** `/show`, the page to hold before a terminal, and `/show/code`, by which its script renews it. */
export function addShowRoutes(app: FastifyInstance, surroundings: ShowParts): void {
  const { visits, parts, desk, liveCodes, clock } = surroundings;

  const showingOf = async (company: Company): Promise<Showing | undefined> => {
    const { certificate, standing } = await readCompanyView(parts.store, company, clock());
    if (certificate === undefined || standing !== 'valid') return undefined;
    const live = liveCodes.codeFor(certificate, clock());
    if (live === undefined) return undefined;
    const drawing = await desk.code(live.text);
    // Read again: the drawing may have waited for others.
    return { live, drawing, now: clock() };
  };

  app.get('/show', async (request, reply) => {
    const visit = await visits.receiveCompany(request, reply);
    if (visit === undefined) return reply;
    const showing = await showingOf(visit.company);
    if (showing === undefined) return visit.page(nothingToShowPage(visit.context));
    return visit.page(showPage(visit.company, showing, visit.context));
  });

  app.get('/show/code', async (request, reply) => {
    const { identity, context } = await visits.receive(request, reply);
    if (identity.kind !== 'by-code' && identity.kind !== 'by-proxy')
      return reply.code(401).send({ code: 'signed-out' });
    const showing = await showingOf(identity.company);
    if (showing === undefined) return reply.code(404).send({ code: 'nothing-to-show' });
    const { live, drawing, now } = showing;
    const until = formatTime(live.endsAt, context.language);
    return reply.send({ ...drawing, until, seconds: Math.max(0, live.endsAt - now) });
  });
}

import type { FastifyInstance } from 'fastify';
import type { EpochSeconds } from '../../shared/time.ts';
import { certificateFileName } from '../issuing/certificate-files.ts';
import { readCompanyView } from './company-view.ts';
import type { DrawingDesk } from './drawing-desk.ts';
import { helpPage } from './pages/help-page.ts';
import { overviewPage } from './pages/overview-page.ts';
import { reasonsPage } from './pages/reasons-page.ts';
import { signInPage } from './pages/sign-in-page.ts';
import type { PortalParts } from './server-parts.ts';
import type { Visits } from './visit.ts';

/** What a company's own pages take. */
export interface CompanyParts {
  readonly visits: Visits;
  readonly parts: PortalParts;
  readonly desk: DrawingDesk;
  readonly clock: () => EpochSeconds;
}

/** A company's own pages: overview, reasons, the printable certificate; and the help for everybody. */
export function addCompanyRoutes(
  app: FastifyInstance,
  { visits, parts, desk, clock }: CompanyParts,
): void {
  const { store, scheme } = parts;

  app.get('/', async (request, reply) => {
    const visit = await visits.receive(request, reply);
    if (visit.identity.kind === 'stranger') return visit.page(signInPage(visit.context));
    if (visit.identity.kind === 'unknown-company') return visit.message('unknown-company', 403);
    const now = clock();
    const view = await readCompanyView(store, visit.identity.company, now);
    const isValid = view.certificate !== undefined && view.standing === 'valid';
    const code = isValid ? await desk.code(view.certificate.text) : undefined;
    return visit.page(overviewPage(view, { code, now }, visit.context));
  });

  app.get('/reasons', async (request, reply) => {
    const visit = await visits.receiveCompany(request, reply);
    if (visit === undefined) return reply;
    const view = await readCompanyView(store, visit.company, clock());
    const records = await store.companies.recordsOf(visit.company.code);
    const history = await store.ratings.history(visit.company.code);
    const isSame = view.rating?.scheme === scheme.version;
    const grounds = { records, history, scheme: isSame ? scheme : undefined };
    return visit.page(reasonsPage(view, grounds, visit.context));
  });

  app.get('/certificate.pdf', async (request, reply) => {
    const visit = await visits.receiveCompany(request, reply);
    if (visit === undefined) return reply;
    const { certificate, standing } = await readCompanyView(store, visit.company, clock());
    if (certificate === undefined || standing !== 'valid')
      return visit.message('no-certificate-file', 404);
    const pdf = await desk.pdf(certificate.text, visit.context.office);
    return reply
      .type('application/pdf')
      .header(
        'Content-Disposition',
        `attachment; filename="${certificateFileName(certificate)}.pdf"`,
      )
      .send(Buffer.from(pdf));
  });

  app.get('/help', async (request, reply) => {
    const visit = await visits.receive(request, reply);
    return visit.page(helpPage(visit.context));
  });
}

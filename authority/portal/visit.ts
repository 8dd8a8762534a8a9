import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { EpochSeconds } from '../../shared/time.ts';
import type { Company } from '../store/credit-record.ts';
import type { AssetUrls } from './assets.ts';
import { type Identity, type IdentitySources, identify } from './identify.ts';
import { type Page, renderPage } from './pages/layout.ts';
import { messagePage } from './pages/message-page.ts';
import type { PageContext } from './pages/page-context.ts';
import { TEXTS } from './text/all-texts.ts';
import { DEFAULT_LANGUAGE, LANGUAGES } from './text/language.ts';
import type { MessageName } from './text/texts.ts';

/** One request and its answer, with who asks and in which language. */
export interface Visit {
  readonly identity: Identity;
  readonly context: PageContext;
  /** Answers with a page. */
  page(page: Page, status?: number): FastifyReply;
  /** Answers with a page that says one thing. */
  message(name: MessageName, status: number): FastifyReply;
}

/** A visit of a company that is signed in. */
export type CompanyVisit = Visit & { readonly company: Company };

/** Receives visits. */
export interface Visits {
  receive(request: FastifyRequest, reply: FastifyReply): Promise<Visit>;
  /**
   * Receives a company. Whoever is not signed in gets the answer to that, and `undefined` comes back.
   */
  receiveCompany(request: FastifyRequest, reply: FastifyReply): Promise<CompanyVisit | undefined>;
}

/** What visits are made of. */
export interface VisitSources {
  readonly sources: IdentitySources;
  readonly assets: AssetUrls;
  readonly clock: () => EpochSeconds;
}

/** Opens the portal to visits. */
export function openVisits({ sources, assets, clock }: VisitSources): Visits {
  const receive = async (request: FastifyRequest, reply: FastifyReply): Promise<Visit> => {
    const identity = await identify(request, sources, clock());
    const language = chooseLanguage(request, reply, sources);
    const isKnown = identity.kind === 'by-code' || identity.kind === 'by-proxy';
    const context: PageContext = {
      ...{ language, texts: TEXTS[language], assets, office: sources.parts.office() },
      visitor: isKnown ? identity.kind : 'stranger',
    };
    const page = (content: Page, status = 200): FastifyReply =>
      reply.code(status).type('text/html; charset=utf-8').send(renderPage(content, context));
    const message = (name: MessageName, status: number) => page(messagePage(name, context), status);
    return { identity, context, page, message };
  };
  return {
    receive,
    async receiveCompany(request, reply) {
      const visit = await receive(request, reply);
      const { identity } = visit;
      if (identity.kind === 'by-code' || identity.kind === 'by-proxy')
        return { ...visit, company: identity.company };
      if (identity.kind === 'unknown-company') visit.message('unknown-company', 403);
      else reply.redirect('/', 303);
      return undefined;
    },
  };
}

function chooseLanguage(
  request: FastifyRequest,
  reply: FastifyReply,
  { cookies }: IdentitySources,
): PageContext['language'] {
  const query = v.safeParse(v.object({ lang: v.picklist(LANGUAGES) }), request.query);
  const wanted = query.success ? query.output.lang : undefined;
  if (wanted !== undefined) cookies.setLanguage(reply, wanted);
  return wanted ?? cookies.language(request) ?? DEFAULT_LANGUAGE;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { EpochSeconds } from '../../shared/time.ts';
import { parseCode } from '../import/parse-values.ts';
import type { Cookies } from './cookies.ts';
import { type Admission, type Attempt, openDoor } from './door.ts';
import { openBrowserMark } from './known-browser.ts';
import type { Metrics } from './metrics.ts';
import { onTheBeat } from './on-the-beat.ts';
import { isOwnForm } from './own-form.ts';
import { signInPage } from './pages/sign-in-page.ts';
import type { PortalParts } from './server-parts.ts';
import type { Sessions } from './sessions.ts';
import { type Refusal, signInProblem } from './sign-in-problem.ts';
import type { Visits } from './visit.ts';

/** What signing in and out takes. */
export interface SignInParts {
  readonly visits: Visits;
  readonly parts: PortalParts;
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  readonly metrics: Metrics;
  readonly clock: () => EpochSeconds;
}

// More than anybody mistypes in a minute, from one address or one IPv6 network.
const ATTEMPTS = { max: 10, timeWindow: 60_000, ipv6Subnet: 64 };

const Form = v.object({
  company: v.pipe(v.string(), v.maxLength(64)),
  access: v.pipe(v.string(), v.maxLength(64)),
});

/** `POST /sign-in` and `POST /sign-out`, taken from the portal's own pages only. */
export function addSignInRoutes(app: FastifyInstance, surroundings: SignInParts): void {
  const { visits, parts, sessions, cookies, metrics, clock } = surroundings;
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || isOwnForm(request, parts.publicUrl)) return;
    const visit = await visits.receive(request, reply);
    return visit.message('forbidden', 403);
  });

  const judge = judgeAttempts(app, surroundings);
  app.post('/sign-in', async (request, reply) => {
    const { company, access } = readForm(request.body);
    const outcome = await judge(request, company, access);
    if (outcome.kind !== 'bad-form') metrics.signIn(outcome.kind);
    if (outcome.kind === 'admitted') {
      const { holder, codeIssuedAt } = outcome;
      cookies.setSession(reply, sessions.start({ holder, codeIssuedAt, startedAt: clock() }));
      cookies.setBrowser(reply, openBrowserMark(parts.secret).mark(holder, codeIssuedAt));
      return reply.redirect('/', 303);
    }
    const visit = await visits.receive(request, reply);
    const { status, problem } = signInProblem(outcome, visit.context.texts, clock());
    return visit.page(signInPage(visit.context, company, problem), status);
  });

  app.post('/sign-out', async (request, reply: FastifyReply) => {
    const session = cookies.session(request);
    if (session !== undefined) sessions.end(session);
    cookies.endSession(reply);
    return reply.redirect('/', 303);
  });
}

type Outcome = Refusal | (Extract<Admission, { kind: 'admitted' }> & { readonly holder: string });

function judgeAttempts(
  app: FastifyInstance,
  { parts, cookies, clock }: SignInParts,
): (request: FastifyRequest, company: string, accessCode: string) => Promise<Outcome> {
  const door = openDoor(parts.store.access);
  const marks = openBrowserMark(parts.secret);
  const count = app.createRateLimit(ATTEMPTS);
  return async (request, company, accessCode) => {
    const code = parseCode(company);
    if (!code.ok) return { kind: 'bad-form' };
    const holder = code.value;
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) return { kind: 'limited' };
    const knownBrowser = marks.read(cookies.browser(request) ?? '');
    const attempt: Attempt = { holder, accessCode, knownBrowser, now: clock() };
    const admission = await onTheBeat(() => door.knock(attempt));
    return admission.kind === 'admitted' ? { ...admission, holder } : admission;
  };
}

function readForm(body: unknown): v.InferOutput<typeof Form> {
  const form = v.safeParse(Form, body);
  return form.success ? form.output : { company: '', access: '' };
}

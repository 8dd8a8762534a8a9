import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import type { PageContext } from './page-context.ts';

/** Why somebody sees the sign-in page again. */
export interface SignInProblem {
  readonly words: string;
  /** Whether the unified code itself is not in its form. */
  readonly isAboutCompany: boolean;
}

/** The form at the door. What was typed as company comes back; an access code never does. */
export function signInPage(
  { texts }: PageContext,
  company = '',
  problem: SignInProblem | undefined = undefined,
): Page {
  const { signIn } = texts;
  const content = html`<h1>${signIn.title}</h1>
<p class="lead">${signIn.lead}</p>
<form class="sign-in" method="post" action="/sign-in">
${problem !== undefined && html`<p class="problem" id="problem" role="alert">${problem.words}</p>`}
<div class="field">
<label for="company">${signIn.company}</label>
<p class="hint" id="company-hint">${signIn.companyHint}</p>
<input id="company" name="company" class="code" required maxlength="64" autocomplete="username" autocapitalize="characters" spellcheck="false" value="${company}" ${describedBy('company-hint', problem?.isAboutCompany === true)}>
</div>
<div class="field">
<label for="access">${signIn.access}</label>
<p class="hint" id="access-hint">${signIn.accessHint}</p>
<div class="with-button">
<input id="access" name="access" class="code" type="password" required maxlength="64" autocomplete="current-password" autocapitalize="characters" spellcheck="false" ${describedBy('access-hint', problem !== undefined && !problem.isAboutCompany)}>
<button type="button" class="quiet" data-reveals="access" data-conceal="${signIn.conceal}" aria-pressed="false" hidden>${signIn.reveal}</button>
</div>
</div>
<button class="button">${signIn.submit}</button>
</form>
<section class="aside">
<h2>${signIn.noCodeTitle}</h2>
<p>${signIn.noCode}</p>
</section>`;
  return { title: signIn.title, content };
}

function describedBy(hint: string, isWrong: boolean): Html {
  return isWrong
    ? html`aria-describedby="problem ${hint}" aria-invalid="true"`
    : html`aria-describedby="${hint}"`;
}

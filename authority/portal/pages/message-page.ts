import type { MessageName } from '../text/texts.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import type { PageContext } from './page-context.ts';

/** A page that says one thing and leads back. */
export function messagePage(name: MessageName, { texts }: PageContext): Page {
  const { title, body } = texts.messages[name];
  const content = html`<h1>${title}</h1>
<p class="lead">${body}</p>
<p><a class="button" href="/">${texts.home}</a></p>`;
  return { title, content };
}

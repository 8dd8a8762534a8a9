import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { inLanguage, type PageContext } from './page-context.ts';

/** How to object, repair, use the certificate and get a code. Everybody may read it. */
export function helpPage(context: PageContext): Page {
  const { help } = context.texts;
  const content = html`<h1>${help.title}</h1>
<section><h2>${help.objectTitle}</h2>${list('ul', help.object)}</section>
<section><h2>${help.repairTitle}</h2><p>${help.repairLead}</p>
<dl class="rows classes">${help.repair.map(({ title, body }) => html`<div><dt>${title}</dt><dd>${body}</dd></div>`)}</dl>
${list('ol', help.repairSteps)}</section>
${scaleSection(context)}
<section><h2>${help.showTitle}</h2>${list('ol', help.showSteps)}</section>
<section><h2>${help.accessTitle}</h2>${list('ul', help.access)}</section>
<section><h2>${help.contactTitle}</h2><p>${inLanguage(context.office.policy.contact, context)}</p></section>`;
  return { title: help.title, section: 'help', content };
}

function list(kind: 'ol' | 'ul', items: readonly string[]): Html {
  const lines = items.map((item) => html`<li>${item}</li>`);
  return kind === 'ol'
    ? html`<ol class="steps">${lines}</ol>`
    : html`<ul class="points">${lines}</ul>`;
}

function scaleSection(context: PageContext): Html {
  const { help } = context.texts;
  const rows = [...context.office.policy.scale]
    .sort((left, right) => left.rank - right.rank)
    .map(({ code, name, meaning }) => {
      const head = html`<th scope="row"><b>${code}</b> ${inLanguage(name, context)}</th>`;
      return html`<tr>${head}<td>${inLanguage(meaning, context)}</td></tr>`;
    });
  return html`<section><h2>${help.scaleTitle}</h2>
<table class="scale"><thead><tr><th scope="col">${help.scaleGrade}</th><th scope="col">${help.scaleMeaning}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

import { type Html, html } from './html.ts';
import { inLanguage, type PageContext, type Section } from './page-context.ts';

/** One page of the portal. */
export interface Page {
  readonly title: string;
  /** Where a visitor who is signed in stands. */
  readonly section?: Section;
  readonly content: Html;
  /** More for the head. */
  readonly head?: Html;
}

const SECTIONS = { overview: '/', show: '/show', reasons: '/reasons', help: '/help' } as const;

/** The whole document around a page's content. Nothing in it is inline: no script, no style. */
export function renderPage(page: Page, context: PageContext): string {
  const { language, texts, office, assets } = context;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · ${texts.portal}</title>
<link rel="stylesheet" href="${assets.style}">
<link rel="icon" type="image/svg+xml" href="${assets.icon}">
<script src="${assets.script}" defer></script>
${page.head}
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header class="masthead">
<div class="measure">
<p class="office"><b>${inLanguage(office.name, context)}</b> <span>${texts.portal}</span></p>
${languageLink(page, context)}
</div>
${office.policy.domain === 'demo' && html`<p class="demo"><span class="measure">${texts.demo}</span></p>`}
</header>
${context.visitor !== 'stranger' && navigation(page, context)}
<main id="content" class="measure">
${page.content}
</main>
${footer(context)}
</body>
</html>
`.markup;
}

function languageLink({ section }: Page, { language, texts }: PageContext): Html {
  const other = language === 'en' ? 'zh-CN' : 'en';
  const path = section === undefined ? '/' : SECTIONS[section];
  return html`<a class="language" href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${texts.switchLanguage}</a>`;
}

function navigation({ section: current }: Page, { texts }: PageContext): Html {
  const links = Object.entries(SECTIONS).map(([section, path]) => {
    const name = texts.nav[section as Section];
    return section === current
      ? html`<li><a href="${path}" aria-current="page">${name}</a></li>`
      : html`<li><a href="${path}">${name}</a></li>`;
  });
  return html`<nav class="sections" aria-label="${texts.navLabel}"><ul class="measure">${links}</ul></nav>`;
}

function footer(context: PageContext): Html {
  const { texts, visitor, office } = context;
  return html`<footer class="footer"><div class="measure">
<p>${inLanguage(office.policy.contact, context)}</p>
${visitor === 'stranger' && html`<p><a href="/help">${texts.nav.help}</a></p>`}
${visitor === 'by-code' && html`<form method="post" action="/sign-out"><button class="quiet">${texts.signOut}</button></form>`}
</div></footer>`;
}

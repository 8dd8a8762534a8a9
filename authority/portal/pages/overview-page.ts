import type { EpochSeconds } from '../../../shared/time.ts';
import { judgeServices } from '../../../shared/verify/eligibility.ts';
import { LIST_NAMES } from '../../page/page-content.ts';
import type { StoredCertificate } from '../../store/certificate-book.ts';
import type { CompanyView, Standing } from '../company-view.ts';
import type { QrPath } from '../qr-path.ts';
import { formatDay, formatDayOf, inGroups } from '../text/format.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { inLanguage, type PageContext } from './page-context.ts';
import { qrFigure } from './qr-figure.ts';
import { standingMark } from './standing-mark.ts';

/** What the overview shows besides the company's file. */
export interface OverviewExtras {
  /** Of the certificate, while it is valid. */
  readonly code: QrPath | undefined;
  readonly now: EpochSeconds;
}

/** The company's own page: grade, certificate, and what they open. */
export function overviewPage(
  view: CompanyView,
  { code, now }: OverviewExtras,
  context: PageContext,
): Page {
  const { texts } = context;
  const { company, certificate, standing } = view;
  const content = html`<h1 lang="zh-CN">${company.name}</h1>
<p class="holder"><span class="label">${texts.overview.code}</span> <span class="code">${inGroups(company.code)}</span></p>
${gradeSection(view, context)}
${standing === 'valid' && html`<p class="action"><a class="button" href="/show">${texts.overview.show}</a></p>`}
<section aria-labelledby="certificate-title">
<h2 id="certificate-title">${texts.overview.certificate}</h2>
${standingLine(standing, context)}
${certificate !== undefined && standing !== 'superseded' && certificateDetails(certificate, code, context)}
${hasOtherGrade(view) && html`<p class="note">${texts.overview.gradeDiffers(certificate?.grade ?? '')}</p>`}
</section>
${certificate !== undefined && standing === 'valid' && servicesSection(certificate, now, context)}`;
  return { title: texts.overview.title, section: 'overview', content };
}

function gradeSection({ rating, grade: code }: CompanyView, context: PageContext): Html {
  const { overview } = context.texts;
  const grade = context.office.policy.scale.find((candidate) => candidate.code === code);
  const name = grade === undefined ? (code ?? overview.notRated) : inLanguage(grade.name, context);
  const meaning =
    grade === undefined
      ? code === undefined && overview.notRatedMeaning
      : inLanguage(grade.meaning, context);
  const evaluated = rating && overview.evaluated(formatDay(rating.asOf, context.language));
  return html`<section class="grade" aria-labelledby="grade-title">
<h2 id="grade-title" class="label">${overview.grade}</h2>
<p class="grade-line">${grade !== undefined && html`<b class="letter">${grade.code}</b> `}<span class="grade-name">${name}</span></p>
<p class="meaning">${meaning}</p>
${evaluated !== undefined && html`<p class="hint">${evaluated}</p>`}
</section>`;
}

function standingLine(standing: Standing, { texts }: PageContext): Html {
  const { title, body } = texts.overview.standing[standing];
  return html`<p class="standing standing-${standing}">${standingMark(standing)}<b>${title}</b><span>${body}</span></p>`;
}

function hasOtherGrade({ rating, certificate, standing }: CompanyView): boolean {
  return standing === 'valid' && rating !== undefined && rating.grade !== certificate?.grade;
}

function certificateDetails(
  certificate: StoredCertificate,
  code: QrPath | undefined,
  context: PageContext,
): Html {
  const { overview } = context.texts;
  const { language, office } = context;
  const lists = certificate.lists.map((list) => LIST_NAMES[list]?.[language] ?? list);
  const rows: readonly (readonly [string, string | Html])[] = [
    [overview.certifiedGrade, certificate.grade],
    [overview.issued, formatDayOf(certificate.issuedAt, language)],
    [overview.lastDay, formatDayOf(certificate.expiresAt - 1, language)],
    ...(lists.length > 0
      ? [[overview.lists, lists.join(language === 'en' ? ', ' : '、')] as const]
      : []),
    [overview.issuer, inLanguage(office.name, context)],
    [overview.number, html`<span class="code">${inGroups(certificate.number)}</span>`],
  ];
  return html`<div class="certificate">
<dl class="rows">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${code !== undefined && html`<div class="certificate-code">${qrFigure(code, overview.codeImage)}<p class="hint">${overview.codeHint}</p></div>`}
</div>
${code !== undefined && html`<p><a href="/certificate.pdf">${overview.pdf}</a></p>`}`;
}

function servicesSection(
  { grade, evaluated, lists }: StoredCertificate,
  now: EpochSeconds,
  context: PageContext,
): Html {
  const { overview } = context.texts;
  const credit = { holderName: '', grade, evaluated, lists };
  const place = { now, hall: undefined, dataTooOld: false };
  const open = judgeServices(credit, context.office.policy, place).filter(
    (service) => service.open,
  );
  const items = open.map(
    ({ name, perks }) =>
      html`<li><b>${inLanguage(name, context)}</b>${perks.map((perk) => html`<span>${inLanguage(perk, context)}</span>`)}</li>`,
  );
  return html`<section aria-labelledby="services-title">
<h2 id="services-title">${overview.services}</h2>
${items.length === 0 ? html`<p>${overview.noServices}</p>` : html`<ul class="services">${items}</ul><p class="hint">${overview.servicesHint}</p>`}
</section>`;
}

import type { RatingScheme } from '../../rating/scheme.ts';
import type { CreditRecord } from '../../store/credit-record.ts';
import type { GradeChange } from '../../store/rating-book.ts';
import type { CompanyView } from '../company-view.ts';
import { countsUntil } from '../counts-until.ts';
import { formatDay } from '../text/format.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { inLanguage, type PageContext } from './page-context.ts';

/** What the grade rests on. */
export interface Grounds {
  readonly records: readonly CreditRecord[];
  readonly history: readonly GradeChange[];
  /** The rules by which the rating was made; undefined when they are not at hand. */
  readonly scheme: RatingScheme | undefined;
}

/** Why the company has its grade, for itself only. */
export function reasonsPage(view: CompanyView, grounds: Grounds, context: PageContext): Page {
  const { reasons } = context.texts;
  const { rating } = view;
  if (rating === undefined) {
    const { title, body } = reasons.none;
    const nothing = html`<h1>${title}</h1><p class="lead">${body}</p>`;
    return { title: reasons.title, section: 'reasons', content: nothing };
  }
  const asOf = formatDay(rating.asOf, context.language);
  const content = html`<h1>${reasons.title}</h1>
<p class="lead">${reasons.lead}</p>
<p class="hint">${reasons.asOf(asOf, rating.scheme)}</p>
<ol class="reasons">${rating.reasons.map(({ rule, records }) => reasonItem(rule, records, grounds, context))}</ol>
<p class="note">${reasons.confidential}</p>
<p class="action"><a class="button" href="/help">${reasons.disagree}</a></p>
${grounds.history.length > 1 && historySection(grounds.history, context)}
${grounds.scheme !== undefined && rulesSection(grounds.scheme, context)}`;
  return { title: reasons.title, section: 'reasons', content };
}

function reasonItem(
  ruleId: string,
  numbers: readonly string[],
  { scheme, records }: Grounds,
  context: PageContext,
): Html {
  const rule = scheme?.rules.find(({ id }) => id === ruleId);
  const items = numbers.map((number) => {
    const record = records.find((candidate) => candidate.number === number);
    return record === undefined
      ? html`<li class="record"><b>${number}</b> <span>${context.texts.reasons.missing}</span></li>`
      : recordItem(record, rule && countsUntil(rule, record), context);
  });
  return html`<li><h2>${rule === undefined ? ruleId : inLanguage(rule.words, context)}</h2>
${items.length > 0 && html`<ul class="records">${items}</ul>`}</li>`;
}

function recordItem(
  record: CreditRecord,
  until: number | undefined,
  { texts, language }: PageContext,
): Html {
  const { reasons } = texts;
  const day = (value: number): string => formatDay(value, language);
  const kind = record.list
    ? reasons.list[record.list]
    : record.severity && reasons.severity[record.severity];
  const rows: readonly (readonly [string, string])[] = [
    [reasons.number, record.number],
    [reasons.authority, record.authority],
    [reasons.date, day(record.date)],
  ];
  const state = [
    record.repaired !== undefined && reasons.repaired(day(record.repaired)),
    record.repaired === undefined && until !== undefined && reasons.countsUntil(day(until)),
    record.corrected !== undefined && reasons.corrected(day(record.corrected)),
  ].filter((words) => words !== false);
  return html`<li class="record">${kind !== undefined && html`<b>${kind}</b>`}
<dl class="rows">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${state.map((words) => html`<p class="record-state">${words}</p>`)}</li>`;
}

function historySection(history: readonly GradeChange[], { texts, language }: PageContext): Html {
  const items = history.map(
    ({ asOf, grade }) =>
      html`<li><span>${texts.reasons.since(formatDay(asOf, language))}</span> <b>${grade ?? texts.overview.notRated}</b></li>`,
  );
  return html`<section><h2>${texts.reasons.history}</h2><ol class="history">${items}</ol></section>`;
}

function rulesSection(scheme: RatingScheme, context: PageContext): Html {
  const { reasons, overview } = context.texts;
  const items = scheme.rules.map(
    ({ grade, words }) =>
      html`<li><b>${grade ?? overview.notRated}</b> <span>${inLanguage(words, context)}</span></li>`,
  );
  return html`<details><summary>${reasons.rules}</summary><p class="hint">${reasons.rulesLead}</p><ol class="rules">${items}</ol></details>`;
}

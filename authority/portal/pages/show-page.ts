import type { EpochSeconds } from '../../../shared/time.ts';
import type { Company } from '../../store/credit-record.ts';
import type { LiveCode } from '../live-code.ts';
import type { QrPath } from '../qr-path.ts';
import { formatTime, inGroups } from '../text/format.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import type { PageContext } from './page-context.ts';
import { qrFigure } from './qr-figure.ts';

/** A code that can be shown now. */
export interface Showing {
  readonly live: LiveCode;
  readonly drawing: QrPath;
  readonly now: EpochSeconds;
}

/** Without a script the page itself comes anew; half a code's life, so that what is shown holds. */
const REFRESH_SECONDS = 30;

/** The code to hold before a terminal. The grade is not on it: others see this screen, too. */
export function showPage(
  company: Company,
  { live, drawing, now }: Showing,
  context: PageContext,
): Page {
  const { texts, language } = context;
  const { show } = texts;
  const seconds = Math.max(0, live.endsAt - now);
  const content = html`<h1>${show.title}</h1>
<div class="live" data-live="${seconds}">
<div class="live-code">${qrFigure(drawing, show.codeImage)}
<div class="stale" hidden><b>${show.stale.title}</b><span>${show.stale.body}</span></div></div>
<p class="live-time">${show.validUntil} <b class="until">${formatTime(live.endsAt, language)}</b>
<span class="left" hidden><b class="seconds">${seconds}</b> ${show.secondsLeft}</span></p>
<p class="live-holder"><b lang="zh-CN">${company.name}</b> <span class="code">${inGroups(company.code)}</span></p>
<p class="hint">${show.hint}</p>
<p class="hint"><span class="without-script">${show.withoutScript}</span><span class="renews-itself" hidden>${show.renewsItself}</span></p>
<p><a class="button renew" href="/show">${show.renew}</a></p>
</div>`;
  // WCAG 2.2.1 makes an exception for time limits that are essential: this code lives a minute.
  const head = html`<noscript><meta http-equiv="refresh" content="${REFRESH_SECONDS}"></noscript>`;
  return { title: show.title, section: 'show', content, head };
}

/** There is nothing to show. */
export function nothingToShowPage({ texts }: PageContext): Page {
  const { show, home } = texts;
  const content = html`<h1>${show.unavailable.title}</h1>
<p class="lead">${show.unavailable.body}</p>
<p><a class="button" href="/">${home}</a></p>`;
  return { title: show.unavailable.title, section: 'show', content };
}

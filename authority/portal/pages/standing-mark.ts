import type { Standing } from '../company-view.ts';
import { type Html, html } from './html.ts';

/** Strokes on a square of 24; shapes tell the states apart without their colours. */
const STROKES: Readonly<Record<Standing, string>> = {
  valid: 'M3 3h18v18H3zM7 12l4 4 7-8',
  none: 'M3 3h5M12 3h5M21 3v4M21 11v4M21 19v2h-3M14 21h-4M6 21H3v-3M3 14v-4M3 7V3',
  expired: 'M12 3a9 9 0 1 0 .01 0M12 7v5l4 3',
  superseded: 'M12 3a9 9 0 1 0 .01 0M12 7v5l4 3',
  suspended: 'M3 3h18v18H3zM9 8v8M15 8v8',
  revoked: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM8 12h8',
};

/** The shape of a standing; its words stand beside it. */
export function standingMark(standing: Standing): Html {
  return html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="2" d="${STROKES[standing]}"/></svg>`;
}

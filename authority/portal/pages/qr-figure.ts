import type { QrPath } from '../qr-path.ts';
import { type Html, html } from './html.ts';

/** A QR code as an image within the page; presentation attributes, because no style may be inline. */
export function qrFigure({ side, path }: QrPath, name: string): Html {
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img" aria-label="${name}"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path class="qr-modules" fill="#000" d="${path}"/></svg>`;
}

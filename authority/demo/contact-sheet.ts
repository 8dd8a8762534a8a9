import { qrSvg } from '../qr-image.ts';
import type { Sample } from './sample.ts';

/** One page with every sample, to open on a phone or to print and hold up to the kiosk. */
export function contactSheet(samples: readonly Sample[]): string {
  const cards = samples.map(
    (sample) => `<figure>
${qrSvg(sample.text)}<figcaption><b>${escapeHtml(sample.title['zh-CN'])}</b>
<span>${escapeHtml(sample.title.en)}</span><code>${escapeHtml(sample.expected)}</code></figcaption>
</figure>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>公共信用电子证书样例 · Sample certificates</title>
<style>
body { margin: 24px; font: 16px/1.5 "Noto Sans SC", sans-serif; color: #14202b; background: #f7f8f6; }
h1 { font-size: 24px; margin: 0; }
main { display: grid; gap: 24px; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); }
figure { margin: 0; padding: 16px; background: #fff; border: 2px solid #8795a0; break-inside: avoid; }
svg { display: block; width: 100%; }
figcaption { display: grid; margin-top: 8px; }
code { color: #4d5b66; }
</style>
<h1>公共信用电子证书样例 · Sample certificates</h1>
<p>样例，仅供演示；公司均为虚构。 Samples for demonstration; every company is invented.</p>
<main>
${cards.join('\n')}
</main>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

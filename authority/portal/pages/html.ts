/** A piece of HTML. Only `html` makes one, so that no text becomes markup by accident. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: text and numbers are escaped, `false` and `undefined` are nothing. */
export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

/** A template of HTML: html`<p>${text}</p>`. Values stand in text or between double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let markup = strings[0] ?? '';
  for (const [index, part] of parts.entries()) markup += write(part) + (strings[index + 1] ?? '');
  return { markup };
}

function write(part: HtmlPart): string {
  if (part === false || part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeText(part);
  if ('markup' in part) return part.markup;
  return part.map(write).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

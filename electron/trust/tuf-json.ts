import { MAX_METADATA_NESTING } from './limits.ts';

/**
 * JSON that means the same to every reader: no key twice, no deep nesting, whole numbers only, no
 * half characters. Anything else from a stranger is refused, because a signature covers the
 * meaning of the document and not its bytes.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  let text: string;
  let json: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // V8 parses without recursion, so deep nesting costs no stack here.
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
  return isStrict(text) && !hasDoubtfulValue(json) ? json : undefined;
}

const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/** Looks at nesting and keys of a text that is already known to be JSON. */
function isStrict(text: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, colon] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined && isRepeated(open.at(-1), token)) return false;
    if (open.length > MAX_METADATA_NESTING) return false;
  }
  return true;
}

function isRepeated(keys: Set<string> | undefined, token: string): boolean {
  const key: unknown = JSON.parse(token.slice(0, token.lastIndexOf('"') + 1));
  // An object assigned under this name changes its prototype in careless code: nobody needs it.
  if (typeof key !== 'string' || key === '__proto__' || keys?.has(key)) return true;
  keys?.add(key);
  return false;
}

const HALF_CHARACTER = /\p{Surrogate}/u;

/** Numbers that two readers round differently, and texts that UTF-8 cannot hold. */
function hasDoubtfulValue(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value);
  if (typeof value === 'string') return HALF_CHARACTER.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => HALF_CHARACTER.test(key) || hasDoubtfulValue(inner),
  );
}

/**
 * The bytes a TUF signature covers: sorted keys, no white space, only quotation marks and
 * backslashes escaped. The value comes from `parseStrictJson`.
 * Source: TUF specification 1.0, §4.2.1 (OLPC canonical JSON).
 */
export function canonicalBytes(json: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalText(json));
}

function canonicalText(json: unknown): string {
  if (typeof json === 'string') return quoted(json);
  if (Array.isArray(json)) return `[${json.map(canonicalText).join(',')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const entries = Object.entries(json).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, value]) => `${quoted(key)}:${canonicalText(value)}`).join(',')}}`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

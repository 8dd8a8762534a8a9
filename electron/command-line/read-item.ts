/** Where a text came from. Never the text itself, because a certificate names its holder. */
export interface Source {
  /** File name as given, `FILE:LINE`, `-:LINE`, or `argument:N`. */
  readonly name: string;
  /** Page of a PDF, the first is 1. */
  readonly page?: number;
}

/** Why nothing could be read from an input. */
export type UnreadableCode =
  | 'damaged-file'
  | 'empty-input'
  | 'file-too-large'
  | 'image-too-large'
  | 'no-code-found'
  | 'not-readable'
  | 'password-protected'
  | 'reader-failed'
  | 'time-limit'
  | 'too-many-pages'
  | 'unpacks-too-large'
  | 'unsupported-format';

/** The failure of one input, with a sentence for people. */
export interface Unreadable {
  readonly code: UnreadableCode;
  readonly message: string;
}

/** One thing an input gave: a scanned text to be judged, or the reason why there is none. */
export type ReadItem =
  | { readonly kind: 'text'; readonly source: Source; readonly text: string }
  | { readonly kind: 'unreadable'; readonly source: Source; readonly error: Unreadable };

/** A text that was read. */
export function textItem(source: Source, text: string): ReadItem {
  return { kind: 'text', source, text };
}

/** An input without a text. */
export function unreadableItem(name: string, error: Unreadable): ReadItem {
  return { kind: 'unreadable', source: { name }, error };
}

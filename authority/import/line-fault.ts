/** Why one line was not taken. The first group is about the file's form, the others about values. */
export type LineFaultCode =
  | 'line-too-long'
  | 'undecodable'
  | 'unclosed-quote'
  | 'misplaced-quote'
  | 'wrong-number-of-fields'
  | 'not-json'
  | 'bad-code'
  | 'bad-name'
  | 'bad-division'
  | 'bad-number'
  | 'bad-authority'
  | 'bad-date'
  | 'missing-date'
  | 'dates-out-of-order'
  | 'unknown-kind'
  | 'unknown-severity'
  | 'unknown-list'
  | 'list-against-kind';

/** A fault and what it is about: the column and its value, where there is one. */
export interface LineFault {
  readonly code: LineFaultCode;
  readonly detail: string;
}

/** Makes a fault as a failed `Result`. */
export function lineFault(
  code: LineFaultCode,
  detail = '',
): { readonly ok: false; readonly failure: LineFault } {
  return { ok: false, failure: { code, detail } };
}

/**
 * What went wrong, on one line. SQLite's own words for a disk that takes no more depend on which of
 * its files was being written; source of the codes: https://www.sqlite.org/rescode.html
 */
export function failureWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
  const words =
    code === SQLITE_IOERR ? `${error.message}: the disk is full or failing` : error.message;
  return words.replaceAll(/\s*\n\s*/g, '; ');
}

const SQLITE_IOERR = 10;

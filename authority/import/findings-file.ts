import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** What the office has to know about one line. */
export interface ImportFinding {
  /** `rejected`: not taken; `ignored`: the same line again; `note`: taken, and worth a look. */
  readonly outcome: 'rejected' | 'ignored' | 'note';
  readonly file: 'companies' | 'records';
  readonly line: number;
  readonly reason: string;
  readonly detail: string;
}

/** A CSV file of findings, written as they come and put in place at the end. */
export interface FindingsFile {
  add(finding: ImportFinding): void;
  /** Puts the file in place. */
  keep(): void;
  discard(): void;
}

const FLUSH_CHARACTERS = 65_536;
const MAX_DETAIL_LENGTH = 100;

/** Opens a findings file. */
export function openFindingsFile(file: string): FindingsFile {
  const draft = `${file}.part`;
  const descriptor = openSync(draft, 'w', 0o600);
  // The byte order mark tells spreadsheet programs that this is UTF-8.
  let waiting = '\ufeffoutcome,file,line,reason,detail\n';
  const flush = (): void => {
    writeSync(descriptor, waiting);
    waiting = '';
  };
  return {
    add({ outcome, file: about, line, reason, detail }) {
      waiting += `${outcome},${about},${line},${reason},${cell(detail)}\n`;
      if (waiting.length > FLUSH_CHARACTERS) flush();
    },
    keep() {
      flush();
      closeSync(descriptor);
      renameSync(draft, file);
    },
    discard() {
      closeSync(descriptor);
      rmSync(draft, { force: true });
    },
  };
}

// A stranger's text goes into an office's spreadsheet: as a JSON string it starts with a quote,
// never with a sign that makes it a formula, and holds no control characters.
function cell(text: string): string {
  if (text === '') return '';
  const json = JSON.stringify(Array.from(text).slice(0, MAX_DETAIL_LENGTH).join(''));
  return `"${json.replaceAll('"', '""')}"`;
}

/**
 * The tables, as numbered steps: step n brings a database from version n - 1 to n. A step that has
 * been released is never edited. Days are days since 1970-01-01 in Shanghai, times UNIX seconds.
 */
export const SCHEMA_STEPS: readonly string[] = [
  `
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL,
  why TEXT NOT NULL, detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_subject ON journal (subject);
CREATE TRIGGER journal_update BEFORE UPDATE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE import_batch (
  batch INTEGER PRIMARY KEY,
  at INTEGER NOT NULL, companies_file TEXT NOT NULL, records_file TEXT NOT NULL
) STRICT;

CREATE TABLE company (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL, division TEXT NOT NULL, registered INTEGER,
  batch INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
  holder TEXT NOT NULL REFERENCES company (code),
  number TEXT NOT NULL,
  kind TEXT NOT NULL, severity TEXT, authority TEXT NOT NULL,
  date INTEGER NOT NULL, corrected INTEGER, repaired INTEGER,
  list TEXT, until INTEGER,
  batch INTEGER NOT NULL,
  PRIMARY KEY (holder, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating_run (
  run INTEGER PRIMARY KEY,
  slot INTEGER NOT NULL CHECK (slot IN (0, 1)),
  as_of INTEGER NOT NULL, scheme TEXT NOT NULL, scheme_digest TEXT NOT NULL,
  started_at INTEGER NOT NULL, completed_at INTEGER
) STRICT;
-- Two slots: a run fills the one that nobody reads.
CREATE TABLE rating (
  slot INTEGER NOT NULL, holder TEXT NOT NULL, run INTEGER NOT NULL,
  grade TEXT, lists TEXT NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY (slot, holder)
) STRICT, WITHOUT ROWID;
CREATE TABLE rating_change (
  holder TEXT NOT NULL, run INTEGER NOT NULL, grade TEXT,
  PRIMARY KEY (holder, run)
) STRICT, WITHOUT ROWID;
CREATE VIEW current_run AS
  SELECT run, slot, as_of, scheme FROM rating_run
  WHERE run = (SELECT max(run) FROM rating_run WHERE completed_at IS NOT NULL);

CREATE TABLE status_list (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE, issuer TEXT NOT NULL,
  size INTEGER NOT NULL, reserved INTEGER NOT NULL CHECK (reserved BETWEEN 0 AND size),
  -- Every index once, in random order, 4 bytes each; those before 'reserved' are given away.
  shuffled BLOB NOT NULL
) STRICT;
CREATE TRIGGER status_list_update BEFORE UPDATE ON status_list
  WHEN NEW.reserved < OLD.reserved OR NEW.shuffled <> OLD.shuffled OR NEW.name <> OLD.name
    OR NEW.size <> OLD.size
  BEGIN SELECT RAISE(ABORT, 'a status index is never given away twice'); END;
CREATE TRIGGER status_list_delete BEFORE DELETE ON status_list
  BEGIN SELECT RAISE(ABORT, 'a status list is never removed'); END;
CREATE TABLE status_index (
  list INTEGER NOT NULL REFERENCES status_list (id), idx INTEGER NOT NULL,
  PRIMARY KEY (list, idx)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER status_index_delete BEFORE DELETE ON status_index
  BEGIN SELECT RAISE(ABORT, 'a reserved status index stays reserved'); END;

CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  holder TEXT NOT NULL REFERENCES company (code),
  list INTEGER NOT NULL, idx INTEGER NOT NULL,
  issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  grade TEXT NOT NULL, evaluated INTEGER NOT NULL, lists TEXT NOT NULL,
  suite TEXT NOT NULL, kid TEXT NOT NULL, text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('valid', 'revoked', 'suspended', 'superseded')),
  reason TEXT,
  UNIQUE (list, idx),
  FOREIGN KEY (list, idx) REFERENCES status_index (list, idx)
) STRICT;
CREATE INDEX certificate_holder ON certificate (holder, id);
CREATE TRIGGER certificate_update BEFORE UPDATE ON certificate
  WHEN OLD.state IN ('revoked', 'superseded') OR NEW.number <> OLD.number
    OR NEW.holder <> OLD.holder OR NEW.list <> OLD.list OR NEW.idx <> OLD.idx
    OR NEW.text <> OLD.text
  BEGIN SELECT RAISE(ABORT, 'what was issued stays as it is; revoked and superseded are final'); END;
CREATE TRIGGER certificate_delete BEFORE DELETE ON certificate
  BEGIN SELECT RAISE(ABORT, 'a certificate is never removed'); END;

CREATE TABLE access (
  holder TEXT PRIMARY KEY REFERENCES company (code),
  salt BLOB NOT NULL, hash BLOB NOT NULL, parameters TEXT NOT NULL,
  issued_at INTEGER NOT NULL, failures INTEGER NOT NULL, locked_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
];

/** Why a log is not whole. */
export type LogFaultCode =
  /** There is no log in the folder. */
  | 'no-log'
  /** A line has no form a log line has. */
  | 'malformed'
  /** A line's own hash does not fit what it says. */
  | 'changed'
  /** A line names another predecessor than the one before it. */
  | 'broken-chain'
  /** Numbers are missing before this line. */
  | 'lines-missing'
  /** A file does not begin with its own first line. */
  | 'wrong-file'
  /** A file between two others is not there. */
  | 'file-missing'
  /** The oldest file continues another that nothing says has expired. */
  | 'beginning-missing'
  /** The log ends before the entry that its head names. */
  | 'end-missing'
  /** There is no head, so nobody can tell whether the end is there. */
  | 'head-missing'
  /** The hash that was to be found in the log is not. */
  | 'hash-not-found';

/** The first thing that is wrong, and where: the line's number counts from 1 in its file. */
export interface LogFault {
  readonly code: LogFaultCode;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** Names a fault; without a file it is one of the whole log. */
export function faultAt(code: LogFaultCode, file?: string, line?: number): LogFault {
  return { code, file, line };
}

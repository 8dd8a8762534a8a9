/** How a scanned text reached the terminal, for the log and the history. */
export const SCAN_SOURCES = ['camera', 'wedge', 'typed', 'pasted', 'file'] as const;
export type ScanSource = (typeof SCAN_SOURCES)[number];

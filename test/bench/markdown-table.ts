/** A Markdown table; the first column to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_cell, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A whole number with its thousands parted. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Kilobytes (1,000 bytes) with their unit. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} KB`;
}

/** Megabytes (10^6 bytes). */
export function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(2);
}

/** Gigabytes (10^9 bytes). */
export function gigabytes(bytes: number): string {
  return (bytes / 1_000_000_000).toFixed(1);
}

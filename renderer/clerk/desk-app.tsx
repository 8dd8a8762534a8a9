import type { Terminal } from '../../shared/ipc/contract.ts';

/** The clerk's desk. */
export function DeskApp({ terminal }: { readonly terminal: Terminal }) {
  return <main className="desk">{terminal.hallName}</main>;
}

import type { FastifyInstance } from 'fastify';

/** Where a server listens. */
export interface ListenPlace {
  readonly host: string;
  readonly port: number;
}

/** Starts to listen and gives the address. Throws, in one clear line, when that is not possible. */
export async function listen(app: FastifyInstance, { host, port }: ListenPlace): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw new Error(whyNot(error, `port ${port} of ${host}`));
  }
  const address = app.server.address();
  const actual = typeof address === 'object' ? address?.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`;
}

function whyNot(error: unknown, place: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `${place} is in use, perhaps by another "authority serve"; stop it or give another --port`;
  if (code === 'EACCES')
    return `${place} may not be used by this account; give a --port above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `this machine has no address ${place.slice(place.indexOf('of ') + 3)}; give another --host`;
  return error instanceof Error ? error.message : String(error);
}

// Whoever is being answered gets the rest of it, up to this long.
const LONGEST_FAREWELL_MS = 10_000;

/** Stops a server when its process is asked to end, after what is under way is answered. */
export function stopOnSignals(app: FastifyInstance, closeRest: () => Promise<void>): void {
  const stop = async (): Promise<void> => {
    const deadline = setTimeout(() => app.server.closeAllConnections(), LONGEST_FAREWELL_MS);
    await app.close();
    clearTimeout(deadline);
    await closeRest();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

import type { FastifyRequest } from 'fastify';

/**
 * Whether a form was sent from a page of this portal, by what the browser says of itself and no page
 * can forge. With cookies of SameSite=Strict it is the second wall against foreign sites.
 */
export function isOwnForm(
  { headers }: Pick<FastifyRequest, 'headers'>,
  publicUrl: URL | undefined,
): boolean {
  const { origin, host } = headers;
  if (origin !== undefined) return hostOf(origin) === (publicUrl?.host ?? host);
  return headers['sec-fetch-site'] === 'same-origin';
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

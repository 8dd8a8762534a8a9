import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const A_YEAR_SECONDS = 31_536_000;

/**
 * What a browser is told about every answer of the portal: nothing from elsewhere, nothing inline,
 * no frame around it, no copy kept.
 * @param isEncrypted whether browsers reach the portal by https
 */
export async function addSecurityHeaders(
  app: FastifyInstance,
  isEncrypted: boolean,
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    // With "no-referrer" browsers also leave out the Origin by which a form is known as our own.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isEncrypted && { maxAge: A_YEAR_SECONDS, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
    reply.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  });
}

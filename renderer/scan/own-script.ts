/** The part of the Trusted Types API we use; the compiler's DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/**
 * Lets one of our own files run as a worker. The content security policy demands that every
 * script address passes through this policy and knows no other; only addresses the build wrote
 * into the program get here.
 */
export function ownScript(url: string): string {
  const trustedTypes = 'trustedTypes' in window ? (window.trustedTypes as TrustedTypes) : undefined;
  if (new URL(url, window.location.href).host !== window.location.host) {
    throw new Error('not one of our own scripts');
  }
  policy ??= trustedTypes?.createPolicy('own-scripts', { createScriptURL: (address) => address });
  return policy?.createScriptURL(url) ?? url;
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

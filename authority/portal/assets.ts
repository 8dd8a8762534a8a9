import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

// One file for the browser, several for those who read them.
const STYLES = ['tokens', 'base', 'frame', 'controls', 'company', 'live', 'texts'].map(
  (name) => `${name}.css`,
);

/** The files every page names. Their names carry their hash, so a browser keeps them for good. */
const FILES = {
  style: { name: 'portal.css', files: STYLES, type: 'text/css; charset=utf-8' },
  script: { name: 'portal.js', files: ['portal.js'], type: 'text/javascript; charset=utf-8' },
  icon: { name: 'icon.svg', files: ['icon.svg'], type: 'image/svg+xml' },
} as const;

export type AssetUrls = Readonly<Record<keyof typeof FILES, string>>;

/** Serves them under `/assets/` and gives their addresses. */
export function addAssets(app: FastifyInstance): AssetUrls {
  return {
    style: addAsset(app, FILES.style),
    script: addAsset(app, FILES.script),
    icon: addAsset(app, FILES.icon),
  };
}

interface Asset {
  readonly name: string;
  readonly files: readonly string[];
  readonly type: string;
}

function addAsset(app: FastifyInstance, { name, files, type }: Asset): string {
  const parts = files.map((file) => readFileSync(new URL(`./assets/${file}`, import.meta.url)));
  const content = Buffer.concat(parts);
  const [stem = '', ending = ''] = name.split('.');
  const url = `/assets/${stem}.${hash('sha256', content).slice(0, 16)}.${ending}`;
  app.get(url, async (_request, reply) =>
    reply
      .header('Content-Type', type)
      .header('Cache-Control', 'public, max-age=31536000, immutable')
      .send(content),
  );
  return url;
}

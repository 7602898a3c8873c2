import { brotliDecompressSync } from 'node:zlib';
import { assets } from '../.build/assets/manifest.ts';

type Asset = (typeof assets)[string];

const byUrl = new Map(Object.values(assets).map((asset) => [asset.url, asset]));
const texts = new Map<Asset, string>();

function named(name: string): Asset {
  const asset = assets[name];
  if (!asset) throw new Error(`views/assets has no ${name}; it has ${Object.keys(assets).join(', ')}`);
  return asset;
}

/** The address of a built asset, e.g. `index.js`: it changes with the contents, so browsers keep it for ever. */
export const assetUrl = (name: string): string => named(name).url;

/** An asset's contents as text, for a first page that carries its style sheet in itself. */
export function assetText(name: string): string {
  const asset = named(name);
  const known = texts.get(asset);
  if (known !== undefined) return known;
  const text = new TextDecoder().decode(brotliDecompressSync(asset.body));
  texts.set(asset, text);
  return text;
}

/** The source expression that allows exactly this text inline in a content security policy. */
export const assetCspHash = (name: string): string => `'sha256-${named(name).sha256}'`;

const accepts = (request: Request, coding: string): boolean =>
  (request.headers.get('accept-encoding') ?? '').split(',').some((part) => {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
    return name.trim() === coding && !parameters.some((p) => /^\s*q=0(\.0*)?\s*$/.test(p));
  });

function respond(request: Request, asset: Asset): Response {
  const headers = new Headers({
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  });
  if (accepts(request, 'br')) {
    headers.set('content-encoding', 'br');
    headers.set('content-length', String(asset.body.byteLength));
    return new Response(request.method === 'HEAD' ? null : asset.body, { headers, encodeBody: 'manual' });
  }
  // The runtime itself compresses a body that says gzip and is not marked as encoded already.
  if (accepts(request, 'gzip')) headers.set('content-encoding', 'gzip');
  return new Response(request.method === 'HEAD' ? null : brotliDecompressSync(asset.body), { headers });
}

/** Answers a request for a hashed asset, or null if there is none of that name (any more). */
export function serveAsset(request: Request): Response | null {
  const asset = byUrl.get(new URL(request.url).pathname);
  return asset ? respond(request, asset) : null;
}

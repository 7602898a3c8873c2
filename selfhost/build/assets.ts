import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { assetsDir, root } from './places.ts';
import { isFresh, markFresh, stampOf, writeWhole } from './stamp.ts';

const sources = ['views/assets', 'selfhost/build', 'package-lock.json'];
/** Each with the name it is built under. */
const entries = [
  ['client/index.ts', 'index'],
  ['client/me.ts', 'me'],
  ['client/attach/index.ts', 'attach'],
  ['client/scan/index.ts', 'scan'],
  ['client/card/index.ts', 'card'],
  ['client/service-worker.ts', 'service-worker'],
  ['css/index.css', 'index'],
  ['css/me.css', 'me'],
] as const;
const staticDir = `${root}views/assets/static/`;

const typeByExtension: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

interface Asset {
  readonly name: string;
  readonly url: string;
  readonly type: string;
  readonly bytes: Buffer;
}

function hashedUrl(name: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return `/assets/${name.replace(/(\.\w+)$/, `-${hash}$1`)}`;
}

function asset(name: string, bytes: Buffer): Asset {
  const type = typeByExtension[name.split('.').pop() ?? ''];
  if (!type)
    throw new Error(`views/assets: no content type is known for ${name}; add it in selfhost/build/assets.ts`);
  return { name, url: hashedUrl(name, bytes), type, bytes };
}

async function bundled(): Promise<Asset[]> {
  const found = entries.filter(([entry]) => existsSync(`${root}views/assets/${entry}`));
  if (found.length === 0) return [];
  const { build } = await import('esbuild');
  const result = await build({
    absWorkingDir: root,
    entryPoints: found.map(([entry, out]) => ({ in: `views/assets/${entry}`, out })),
    outdir: assetsDir,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    legalComments: 'none',
    logLevel: 'warning',
    supported: { nesting: true },
  });
  return result.outputFiles.map((file) =>
    asset(file.path.slice(assetsDir.length), Buffer.from(file.contents)),
  );
}

/** Files as they are; `{icon.svg}` inside a web manifest becomes the address of that file. */
async function copied(): Promise<Asset[]> {
  const names = existsSync(staticDir) ? (await readdir(staticDir)).sort() : [];
  const files = await Promise.all(names.map(async (name) => asset(name, await readFile(staticDir + name))));
  return files.map((file) => {
    if (!file.name.endsWith('.webmanifest')) return file;
    const text = files.reduce(
      (all, other) => all.replaceAll(`{${other.name}}`, other.url),
      file.bytes.toString(),
    );
    return asset(file.name, Buffer.from(text));
  });
}

const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

const fileOf = ({ url }: Asset) => `${url.slice('/assets/'.length)}.br`;

function manifestOf(assets: readonly Asset[]): string {
  const imports = assets.map((a, i) => `import body${i} from './${fileOf(a)}';`);
  const rows = assets.map((a, i) => {
    const sha256 = createHash('sha256').update(a.bytes).digest('base64');
    const { name, url, type } = a;
    return `  ${JSON.stringify(name)}: { ${Object.entries({ url, type, sha256 })
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join(', ')}, body: body${i} },`;
  });
  const shape = '{ url: string; type: string; sha256: string; body: ArrayBuffer }';
  return [...imports, `export const assets: Record<string, ${shape}> = {`, ...rows, '};', ''].join('\n');
}

async function removeOthers(keep: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(assetsDir)) {
    if (name.endsWith('.br') && !keep.has(name)) await rm(assetsDir + name, { force: true });
  }
}

/**
 * Builds what the browser loads: each file minified, named by its contents and compressed with brotli 11, and
 * `manifest.ts` that imports them all relatively, so that the same source bundles for workerd and for wrangler.
 */
export async function buildAssets(): Promise<void> {
  const stamp = await stampOf(sources);
  if (await isFresh('assets', stamp)) return;
  const assets = [...(await bundled()), ...(await copied())];
  await Promise.all(assets.map((a) => writeWhole(assetsDir + fileOf(a), brotli(a.bytes))));
  await writeWhole(`${assetsDir}manifest.ts`, manifestOf(assets));
  await removeOthers(new Set(assets.map(fileOf)));
  await markFresh('assets', stamp);
}

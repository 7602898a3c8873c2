import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'esbuild';
import { buildAssets } from './assets.ts';
import { bundlePath, root } from './places.ts';
import { isFresh, markFresh, stampOf, writeWhole } from './stamp.ts';

const sources = [
  'worker',
  'durable-objects',
  'views',
  'schema',
  'selfhost/build',
  'package-lock.json',
  'tsconfig.json',
];

/** Compressed assets stay files beside the bundle: data modules for workerd, the `Data` rule for wrangler. */
const assetsBeside: Plugin = {
  name: 'assets-beside',
  setup({ onResolve }) {
    onResolve({ filter: /\.br$/ }, ({ path }) => ({ path: `./assets/${basename(path)}`, external: true }));
  },
};

async function bundle(): Promise<void> {
  const { build } = await import('esbuild');
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['worker/index.ts'],
    outfile: bundlePath,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    conditions: ['workerd', 'worker', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    external: ['node:*', 'cloudflare:*'],
    loader: { '.sql': 'text', '.tsv': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Names stay readable: an actor's class and an error's stack are looked at by people.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    plugins: [assetsBeside],
  });
  await Promise.all(result.outputFiles.map((file) => writeWhole(file.path, file.contents)));
}

/** The hash of what is built: `VERSION` in the worker, by which a page knows that it is older than the server. */
export async function builtVersion(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(bundlePath))
    .digest('hex')
    .slice(0, 12);
}

/** Builds assets and worker if a source has changed since the last build, and says whether it had to. */
export async function buildIfStale(): Promise<boolean> {
  const stamp = await stampOf(sources);
  if (existsSync(bundlePath) && (await isFresh('worker', stamp))) return false;
  await buildAssets();
  await bundle();
  // The builder is a process of its own, which would stay for as long as this one.
  await (await import('esbuild')).stop();
  await markFresh('worker', stamp);
  return true;
}

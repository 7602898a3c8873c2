import { join } from 'node:path';

/** The repository's root directory, ending in a slash. */
export const root = join(import.meta.dirname, '../../');

/** Where everything built goes; nothing in it is kept in git. */
export const buildDir = `${root}.build/`;

/** The worker's bundle: what workerd serves here and what wrangler uploads. */
export const bundlePath = `${buildDir}worker.js`;

/** The browser's files, compressed, and the manifest through which `worker/assets.ts` finds them. */
export const assetsDir = `${buildDir}assets/`;

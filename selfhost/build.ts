/** `npm run build`: makes `.build/` if a source has changed. */
import { buildIfStale, builtVersion } from './build/bundle.ts';

const started = performance.now();
const built = await buildIfStale();
const took = `${Math.round(performance.now() - started)} ms`;
process.stdout.write(`${built ? 'built' : 'up to date'}: version ${await builtVersion()} (${took})\n`);

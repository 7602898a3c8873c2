/** `npm start`: runs the whole product on this machine until it is told to stop. */
import { enableCompileCache } from 'node:module';
import { buildDir } from './build/places.ts';
import { runMain } from './stated-fault.ts';

// What was compiled by an earlier start, of this process and of the database's: neither keeps a compiler in memory then.
process.env.NODE_COMPILE_CACHE ??= `${buildDir}compiled`;
enableCompileCache(process.env.NODE_COMPILE_CACHE);
const { runInstance } = await import('./run-instance.ts');

await runMain(() => runInstance());

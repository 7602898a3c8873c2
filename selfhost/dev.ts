/** `npm run dev`: as `npm start`, and builds and serves anew whenever a source changes. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build/bundle.ts';
import { root } from './build/places.ts';
import type { Instance } from './instance.ts';
import { runInstance } from './run-instance.ts';
import { runMain } from './stated-fault.ts';

const sources = ['schema', 'views', 'durable-objects', 'worker'];
/** An editor saves several files, and one file in several steps. */
const quiet_ms = 60;

async function serveAnew(instance: Instance): Promise<void> {
  try {
    const startedAt = performance.now();
    if (!(await buildIfStale())) return;
    await instance.reload();
    process.stdout.write(`Built and served anew in ${Math.round(performance.now() - startedAt)} ms.\n`);
  } catch {
    // The builder has printed what is wrong with which line; what ran before goes on.
  }
}

function watchSources(instance: Instance): () => void {
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(() => serveAnew(instance));
    }, quiet_ms);
  };
  const watchers = sources.map((directory) => watch(join(root, directory), { recursive: true }, onChange));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

await runMain(() => runInstance(watchSources));

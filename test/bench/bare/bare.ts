import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveConfig } from '../../../selfhost/processes/workerd-process.ts';
import { type Call, drive, type Figures } from '../load.ts';

const here = dirname(fileURLToPath(import.meta.url));

function* times(count: number, call: Call): Generator<Call> {
  for (let i = 0; i < count; i += 1) yield call;
}

/** Measures an empty workerd answer and an empty Durable Object call, with the given number of callers. */
export async function measureBare(callers: number): Promise<{ hello: Figures; object: Figures }> {
  const directory = await mkdtemp(join(tmpdir(), 'vetra-bare-'));
  const template = await readFile(join(here, 'config.capnp'), 'utf8');
  await writeFile(join(directory, 'worker.js'), await readFile(join(here, 'worker.js')));
  await writeFile(join(directory, 'config.capnp'), template.replace('DIRECTORY', directory));
  const { child, port } = await serveConfig(join(directory, 'config.capnp'));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const origin = `http://127.0.0.1:${port}`;
    const ok = (reply: { status: number }) => reply.status === 200;
    await drive(origin, callers, times(2000, { method: 'GET', path: '/object' }), ok);
    return {
      hello: await drive(origin, callers, times(20_000, { method: 'GET', path: '/' }), ok),
      object: await drive(origin, callers, times(15_000, { method: 'GET', path: '/object' }), ok),
    };
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(directory, { recursive: true, force: true });
  }
}

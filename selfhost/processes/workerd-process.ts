import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { buildDir } from '../build/places.ts';
import { type WorkerdOptions, workerdConfig } from '../workerd-config.ts';

/** A started runtime: its process, and the ports it serves on. */
export interface WorkerdProcess {
  readonly child: ChildProcess;
  readonly port: number;
  readonly internalPort: number;
}

/** The runtime's own binary, without the Node program around it that the package puts in `.bin`. */
function workerdBinary(): string {
  const require = createRequire(import.meta.url);
  const fromWorkerd = createRequire(require.resolve('workerd'));
  const arch = process.arch === 'x64' ? '64' : process.arch;
  const name = process.platform === 'win32' ? 'windows' : process.platform;
  const file = process.platform === 'win32' ? 'workerd.exe' : 'workerd';
  return fromWorkerd.resolve(`@cloudflare/workerd-${name}-${arch}/bin/${file}`);
}

/** Starts workerd on the built bundle and waits until it listens. */
export async function spawnWorkerd(options: WorkerdOptions): Promise<WorkerdProcess> {
  await mkdir(options.actorsDir, { recursive: true, mode: 0o700 });
  // Beside the bundle, whose files it embeds; gone as soon as it has been read, because there are keys in it.
  const config = join(buildDir, `workerd-${process.pid}.capnp`);
  await writeFile(config, await workerdConfig(options), { mode: 0o600 });
  try {
    const { inspectorPort } = options;
    return await serveConfig(config, inspectorPort === undefined ? [] : [`-i127.0.0.1:${inspectorPort}`]);
  } finally {
    await rm(config, { force: true });
  }
}

/** Runs workerd on a configuration file and waits until it listens. */
export async function serveConfig(config: string, flags: readonly string[] = []): Promise<WorkerdProcess> {
  const child = spawn(workerdBinary(), ['serve', '--control-fd=3', ...flags, config], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    detached: true,
  });
  return { child, ...(await listeningPorts(child)) };
}

const controlEvent = z.object({
  event: z.string(),
  socket: z.string().optional(),
  port: z.number().optional(),
});

function listeningPorts(child: ChildProcess): Promise<{ port: number; internalPort: number }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`workerd stopped while starting (code ${code})`)));
    const control = child.stdio[3];
    if (!(control instanceof Readable))
      return reject(new Error('workerd was started without a control pipe'));
    const ports: Record<string, number> = {};
    createInterface(control).on('line', (line) => {
      const { event, socket, port } = controlEvent.parse(JSON.parse(line));
      if (event === 'listen' && socket && port !== undefined) ports[socket] = port;
      if (ports.public && ports.internal) resolve({ port: ports.public, internalPort: ports.internal });
    });
  });
}

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../selfhost/build/places.ts';
import { type Product, startProduct } from '../../support/product.ts';

/** Starts the launcher where it is expected to refuse, and gives what it said. */
function refusal(env: Record<string, string>): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}selfhost/start.ts`], {
    env: { ...process.env, VETRA_DEMO: '0', ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, said: stdout + stderr };
}

describe('a running product', () => {
  let product: Product;
  let ownDir: string;
  beforeAll(async () => {
    ownDir = await mkdtemp(join(tmpdir(), 'vetra-first-start-'));
    product = await startProduct({ dataDir: ownDir });
  });
  afterAll(async () => {
    await product?.stop();
    await rm(ownDir, { recursive: true, force: true });
  });

  test('answers, says where it is, and is empty without the demo', async () => {
    expect(await product.healthy()).toMatchObject({ ok: true, empty: true });
    expect(product.output()).toContain(`Vetra runs at ${product.origin}`);
  });

  test('keeps its keys from other people on the machine and leaves none beside the bundle', async () => {
    expect(statSync(join(product.dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(product.dataDir, 'databases')).mode & 0o077).toBe(0);
    const run = await readFile(join(product.dataDir, 'running.json'), 'utf8');
    expect(run).not.toContain(product.databaseToken);
  });

  test("opens the machine's own doors on loopback alone, whoever has the token", async () => {
    const send = (origin: string) =>
      fetch(new URL('/internal/views', origin), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-vetra-system': product.systemToken },
        body: '{}',
      });
    expect((await send(product.origin)).status).toBe(404);
    expect((await send(product.internalOrigin)).status).toBe(422);
  });

  test('has nothing for a request whose host can be none', async () => {
    const asked = get(`${product.origin}/sign-in`, { headers: { host: 'no host<at all>' } });
    const [answer] = await once(asked, 'response');
    answer.resume();
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['x-frame-options']).toBe('DENY');
  });

  test('refuses a second start on the same data', () => {
    const { status, said } = refusal({ DATA_DIR: product.dataDir, PORT: '0' });
    expect(status).toBe(1);
    expect(said).toBe(
      `Vetra is running on ${product.dataDir} already: stop it, or choose another DATA_DIR.\n`,
    );
  });

  test('names a port that is taken', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'vetra-second-'));
    const { port } = new URL(product.origin);
    const { status, said } = refusal({ DATA_DIR: dataDir, PORT: port });
    expect(status).toBe(1);
    expect(said).toContain(`Port ${port} is used by another program`);
    expect(said).not.toContain('    at ');
    await rm(dataDir, { recursive: true });
  });

  test('has the diagnoses', async () => {
    const response = await fetch(`${product.databaseUrl.replace('{db}', 'reference')}v2/pipeline`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.databaseToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        requests: [{ type: 'execute', stmt: { sql: 'select count(*) from icd10' } }, { type: 'close' }],
      }),
    });
    expect(JSON.stringify(await response.json())).toContain('"95358"');
  });

  test.each(['workerd', 'libsql'] as const)('starts %s again when it is killed', async (part) => {
    await product.signal(part, 'SIGKILL');
    await expect.poll(() => product.output(), { timeout: 20_000 }).toMatch(/is running again/);
    expect(await product.healthy()).toMatchObject({ ok: true });
  });
});

describe('stopping', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'vetra-stopping-'));
  });
  let product: Product | undefined;
  afterEach(() => product?.stop());
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test('ends with status 0 and leaves no process, port or notice behind', async () => {
    product = await startProduct({ dataDir });
    expect(await product.stop()).toBe(0);
    await expect(fetch(`${product.origin}/health`)).rejects.toThrow();
    expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
  });

  test('a launcher that was itself killed leaves nothing that keeps the next one from starting', async () => {
    const killed = await startProduct({ dataDir });
    await killed.killLauncher();
    product = await startProduct({ dataDir, port: Number(new URL(killed.origin).port) });
    expect(await product.healthy()).toMatchObject({ ok: true });
  });

  test('data without its key file is refused and not given new keys', async () => {
    await rm(join(dataDir, 'keys.json'));
    const { status, said } = refusal({ DATA_DIR: dataDir, PORT: '0' });
    expect(status).toBe(1);
    expect(said).toContain('keys.json that opens it is missing: put it back');
    expect(existsSync(join(dataDir, 'keys.json'))).toBe(false);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createClient } from '@libsql/client/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../selfhost/build/places.ts';
import { type Product, startProduct } from '../../support/product.ts';

describe('a product with the demo', () => {
  let dataDir: string;
  let product: Product;

  const open = (name: string) =>
    createClient({ url: product.databaseUrl.replace('{db}', name), authToken: product.databaseToken });

  async function tenantId(): Promise<string> {
    const directory = open('directory');
    const { rows } = await directory.execute("select id from organisations where kind = 'tenant'");
    directory.close();
    return String(rows[0]?.id);
  }

  async function verify(): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, [`${root}selfhost/verify.ts`], {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = text(child.stdout);
    const [code] = await once(child, 'exit');
    return { code, said: await said };
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'vetra-verify-'));
    product = await startProduct({ demo: true, dataDir });
  });
  afterAll(async () => {
    await product?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('says who is in it and how they sign in', () => {
    expect(product.output()).toMatch(/\w+@meridian\.example +meridian claims-manager/);
    expect(product.output()).toContain('and the password');
  });

  test('holds, verified while it runs', async () => {
    const { code, said } = await verify();
    expect(said).toContain('holds  tenant Meridian Health\n');
    expect(said).toContain('holds  facility Lagoon View Hospital, Ikeja\n');
    expect(said).not.toContain('iews');
    expect(said).toMatch(/Everything holds\.\n$/);
    expect(code).toBe(0);
  });

  test('is found out when a live view is not what the rows say', async () => {
    const tenant = open(`tenant-${await tenantId()}`);
    const { rows } = await tenant.execute("select id, rank_at from claims where state = 'IN_REVIEW' limit 1");
    const [{ id, rank_at: rank } = { id: 0, rank_at: 0 }] = rows;
    await tenant.execute({ sql: 'update claims set rank_at = rank_at + 1 where id = ?', args: [id ?? 0] });
    const { code, said } = await verify();
    await tenant.execute({
      sql: 'update claims set rank_at = ? where id = ?',
      args: [rank ?? 0, id ?? 0],
    });
    tenant.close();
    expect(said).toContain(
      `views: claim ${id} is IN_REVIEW at rank ${Number(rank) + 1}; its actor shows it IN_REVIEW at rank ${rank}\n`,
    );
    expect(said).toMatch(/\nOne thing does not hold\.\n$/);
    expect(code).toBe(1);
  });

  test('holds, verified after it stopped, and is not filled a second time', async () => {
    await product.stop();
    const { code, said } = await verify();
    expect(said).toMatch(
      /Live views were not looked at: no instance runs on this data\.\nEverything holds\.\n$/,
    );
    expect(code).toBe(0);
    product = await startProduct({ demo: true, dataDir });
    expect(product.output()).not.toContain('The demo is in');
  });

  test('is found out when somebody rewrites history', async () => {
    const tenant = open(`tenant-${await tenantId()}`);
    await tenant.execute("update journal set data = replace(data, 'a', 'b') where seq = 300");
    tenant.close();
    const { code, said } = await verify();
    expect(said).toContain('BROKEN  tenant Meridian Health');
    expect(said).toContain('chain: entry 300 has been rewritten');
    expect(code).toBe(1);
  });
});

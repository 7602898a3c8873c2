import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { builtVersion } from '../../../selfhost/build/bundle.ts';
import { root } from '../../../selfhost/build/places.ts';

const deploy = (env: Record<string, string>, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}selfhost/deploy.ts`, ...args], {
    env: { ...process.env, DATABASE_URL: '', WRANGLER_SEND_METRICS: 'false', ...env },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

test('the bundle, its assets and its actors are what the edge takes', async () => {
  const { status, said } = deploy({}, '--dry-run');
  expect(said).toMatch(/assets\/index-\w+\.css\.br/);
  for (const actor of ['env.TENANT (Tenant)', 'env.FACILITY (Facility)', 'env.MEMBER (Member)']) {
    expect(said).toContain(actor);
  }
  expect(await builtVersion()).toMatch(/^[0-9a-f]{12}$/);
  expect(status).toBe(0);
});

test('without a place for the databases nothing is deployed', () => {
  const { status, said } = deploy({});
  expect(status).toBe(1);
  expect(said).toContain('Say where the databases are: set DATABASE_URL');
});

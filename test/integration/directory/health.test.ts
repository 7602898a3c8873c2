import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { anOrganisation, ask } from './people.ts';

test('an installation is healthy, and empty until somebody is in it', async () => {
  const fresh = { DATABASE_URL: env.DATABASE_URL.replace('{db}', 'fresh-{db}') };
  const response = await ask('/health', {}, fresh);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ok: true, version: 'test', empty: true });
  await anOrganisation('tenant');
  expect(await (await ask('/health')).json()).toMatchObject({ ok: true, empty: false });
});

test('an installation whose databases cannot be reached says so, and when to ask again', async () => {
  const response = await ask('/health', {}, { DATABASE_URL: 'http://127.0.0.1:9/{db}/' });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ title: 'Unavailable', status: 503 });
});

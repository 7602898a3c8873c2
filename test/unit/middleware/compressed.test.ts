import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { AppEnv } from '../../../worker/env.ts';
import { compressed } from '../../../worker/middleware/compressed.ts';

const app = new Hono<AppEnv>()
  .use(compressed)
  .all('/page', (c) => c.html('<p>page</p>'))
  .all('/list', (c) => c.json([]))
  .all('/text', (c) => c.text('text'))
  .all('/done', (c) => c.body(null, 204))
  .all(
    '/made',
    () => new Response('x', { headers: { 'content-type': 'text/html', 'content-encoding': 'br' } }),
  );
const coding = async (path: string, accepted: string, method = 'GET') =>
  (await app.request(path, { method, headers: { 'accept-encoding': accepted } })).headers.get(
    'content-encoding',
  );

test('a page is compressed as well as the browser takes it', async () => {
  expect(await coding('/page', 'gzip, deflate, br')).toBe('br');
  expect(await coding('/page', 'gzip, br;q=0')).toBe('gzip');
  expect(await coding('/page', 'br;q=0.0, identity')).toBeNull();
  expect(await coding('/page', '')).toBeNull();
  expect(await coding('/page', 'br', 'POST')).toBe('br');
});

test('a list is, what a POST answers is not', async () => {
  expect(await coding('/list', 'br')).toBe('br');
  expect(await coding('/list', 'br', 'POST')).toBeNull();
});

test('what has no text in it, or is compressed already, stays as it is', async () => {
  for (const path of ['/text', '/done']) expect(await coding(path, 'br')).toBeNull();
  expect(await coding('/made', 'gzip')).toBe('br');
});

test('caches are told that the answer differs by what is accepted', async () => {
  expect((await app.request('/page')).headers.get('vary')).toBe('Accept-Encoding');
});

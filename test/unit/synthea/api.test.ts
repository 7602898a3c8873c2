import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { inParallel, openApi, pauseMs } from '../../../examples/synthea/api.ts';

let server: Server | undefined;
afterEach(() => server?.close());

type Reply = { status: number; headers?: Record<string, string>; body?: string } | 'hang up';

/** A server that gives these replies one after another and keeps what it was sent. */
async function replying(replies: Reply[]) {
  const heard: { key: string | undefined; body: string }[] = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    heard.push({ key: request.headers['idempotency-key']?.toString(), body });
    const reply = replies.shift() ?? { status: 500 };
    if (reply === 'hang up') return void request.socket.destroy();
    response.writeHead(reply.status, reply.headers).end(reply.body ?? '{}');
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}`, heard };
}

test('a busy product and a broken connection are asked again, with the same key and body', async () => {
  const { url, heard } = await replying([
    { status: 429, headers: { 'retry-after': '0' } },
    { status: 503, headers: { 'retry-after': '0' } },
    'hang up',
    { status: 201, body: '{"number":"CLM-26-000001"}' },
  ]);
  const api = openApi(url, 'key');
  const answer = await api.call('POST', '/v1/claims', { total: 1 }, 'synthea-1');
  expect(answer).toEqual({ status: 201, body: { number: 'CLM-26-000001' } });
  expect(heard).toEqual(Array.from({ length: 4 }, () => ({ key: 'synthea-1', body: '{"total":1}' })));
  expect(Object.fromEntries(api.repeats)).toEqual({ '429': 1, '503': 1, 'no answer': 1 });
});

test('a refusal is an answer, not a reason to try again', async () => {
  const { url, heard } = await replying([{ status: 422, body: '{"title":"No"}' }]);
  const answer = await openApi(url, 'key').call('PUT', '/v1/services/x', {});
  expect(answer).toEqual({ status: 422, body: { title: 'No' } });
  expect(heard).toHaveLength(1);
});

test('a page that is not JSON is handed on as text', async () => {
  const { url } = await replying([{ status: 502, body: '<h1>Bad gateway</h1>' }]);
  expect(await openApi(url, 'key').call('GET', '/v1/claims')).toEqual({
    status: 502,
    body: '<h1>Bad gateway</h1>',
  });
});

test('Retry-After is seconds or a date, and absent it doubles', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect(pauseMs('2', 1, now)).toBe(2000);
  expect(pauseMs('Mon, 23 Nov 2026 10:00:05 GMT', 1, now)).toBe(5000);
  expect(pauseMs('Mon, 23 Nov 2026 09:00:00 GMT', 1, now)).toBe(0);
  expect(pauseMs(null, 1, now)).toBe(400);
  expect(pauseMs(null, 3, now)).toBe(1600);
  expect(pauseMs('soon', 1, now)).toBe(400);
  expect(pauseMs('3600', 1, now)).toBe(30_000);
});

test('work runs side by side up to the limit, and all of it runs', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

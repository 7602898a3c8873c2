import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type Forgives, openDoor, type Sent } from '../../../selfhost/door.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A product that answers every call so, and what it heard. */
async function answering(
  status: number,
  answer: (body: { envelopes: unknown[] }) => unknown,
  forgives?: Forgives,
) {
  const heard: { url: string | undefined; token: unknown; body: { envelopes: unknown[] } }[] = [];
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text);
    heard.push({ url: request.url, token: request.headers['x-vetra-system'], body });
    response.writeHead(status).end(JSON.stringify(answer(body)));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return { heard, door: openDoor({ origin, systemToken: 'token' }, forgives) };
}

const sent = (count: number): Sent[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `demo-${index}`,
    at: 1000,
    command: { type: 'PutClient', input: { code: 'PALM', name: 'Palmgrove Foods Plc' } },
  }));

const tenant = { kind: 'tenant', id: 'one' } as const;

test('many commands go in parts of a hundred, and the answers come back in order', async () => {
  let seq = 0;
  const { door, heard } = await answering(200, ({ envelopes }) => ({
    answers: envelopes.map(() => ({ seq: ++seq, outcome: { code: 'PALM' }, repeated: false })),
  }));
  const done = await door.send(tenant, sent(230));
  expect(done.map((each) => each.seq)).toEqual(Array.from({ length: 230 }, (_, index) => index + 1));
  expect(heard.map(({ body }) => body.envelopes.length)).toEqual([100, 100, 30]);
  expect(heard.every(({ token, url }) => token === 'token' && url === '/internal/commands')).toBe(true);
});

test('a refusal says which command and why', async () => {
  const { door } = await answering(200, () => ({
    answers: [
      {
        refused: true,
        code: 'invalid',
        message: 'No.',
        errors: [{ field: 'code', message: 'Use capitals.' }],
      },
    ],
  }));
  await expect(door.send(tenant, sent(1))).rejects.toThrow(
    'PutClient demo-0 was refused (invalid): No. code: Use capitals.',
  );
});

test('a refusal that is forgiven is as good as done', async () => {
  const refusal = { refused: true, code: 'wrong_state', message: 'Too late.' };
  const { door } = await answering(
    200,
    () => ({ answers: [refusal] }),
    ({ type }, code) => type === 'PutClient' && code === 'wrong_state',
  );
  expect(await door.send(tenant, sent(1))).toEqual([{ seq: 0, outcome: {} }]);
});

test('a door that is closed says what was asked and what came back', async () => {
  const { door } = await answering(404, () => ({ title: 'Not found' }));
  const account = { id: 'ada', email: 'ada@harmony.example', name: 'Ada Obi' };
  await expect(door.putAccount(account)).rejects.toThrow('/internal/accounts answered 404');
});

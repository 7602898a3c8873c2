import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { promisify } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

/** What the program sends of a claim, as far as a stand-in needs it. */
type Sent = {
  externalId: string;
  total: number;
  lines: { service: string; quantity: number; unitPrice: number }[];
  startedAt: string;
};

/** As much of the API as the program uses, kept in memory: enough to see what the program does without the product. */
class StandIn {
  readonly claims = new Map<string, { number: string; body: string; sent: Sent }>();
  readonly puts = new Map<string, number>();
  refuse: (claim: Sent) => boolean = () => false;

  put(noun: string) {
    this.puts.set(noun, (this.puts.get(noun) ?? 0) + 1);
    return { status: 200, body: {} };
  }

  post(key: string, body: string) {
    const there = this.claims.get(key);
    if (there)
      return there.body === body
        ? { status: 200, body: { number: there.number } }
        : { status: 409, body: { title: 'Other body' } };
    const sent: Sent = JSON.parse(body);
    if (this.refuse(sent))
      return {
        status: 422,
        body: { title: 'Refused', errors: [{ field: 'total', message: 'Nothing is claimed.' }] },
      };
    const number = `CLM-26-${String(this.claims.size + 1).padStart(6, '0')}`;
    this.claims.set(key, { number, body, sent });
    return { status: 201, body: { number } };
  }

  list(query: URLSearchParams) {
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit'));
    const all = [...this.claims.values()];
    const data = all.slice(from, from + limit).map(({ number, sent }) => ({
      number,
      externalId: sent.externalId,
      claimed: sent.total,
      serviceDate: sent.startedAt.slice(0, 10),
    }));
    return { status: 200, body: { data, next: from + limit < all.length ? String(from + limit) : null } };
  }

  /** Pays everything but drugs, of which it pays nothing, and takes a co-pay of one on other lines of 100.00 and more. */
  read(number: string) {
    const found = [...this.claims.values()].find((claim) => claim.number === number);
    const lines = found?.sent.lines.map(({ service, quantity, unitPrice }) => {
      const claimed = quantity * unitPrice;
      const said = (effect: string, code: string, approved: number) => ({
        claimed,
        recommended: { approved },
        findings: [{ effect, reason: { code } }],
      });
      if (service.startsWith('RXN')) return said('refuse', '96', 0);
      if (claimed >= 10_000) return said('reduce', '3', claimed - 1);
      return { claimed, recommended: { approved: claimed }, findings: [{ effect: 'note', reason: null }] };
    });
    return lines ? { status: 200, body: { lines } } : { status: 404, body: { title: 'No such claim' } };
  }

  async answer(request: IncomingMessage) {
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.headers['x-api-key'] !== 'a key') return { status: 401, body: { title: 'No key' } };
    if (request.method === 'PUT') return this.put(url.pathname.split('/')[2] ?? '');
    const number = /^\/v1\/claims\/(.+)$/.exec(url.pathname)?.[1];
    if (request.method === 'GET') return number ? this.read(number) : this.list(url.searchParams);
    return this.post(request.headers['idempotency-key']?.toString() ?? '', body);
  }
}

let server: Server | undefined;
afterEach(() => server?.close());

async function standingIn(standIn: StandIn): Promise<string> {
  server = createServer(async (request, response) => {
    const { status, body } = await standIn.answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

const run = promisify(execFile);
const file = (url: string, ...more: string[]) =>
  run(process.execPath, [
    'examples/synthea/file-claims.ts',
    '--url',
    url,
    '--key',
    'a key',
    '--time-zone',
    'UTC',
    ...more,
  ]);

test('what is filed, put and there afterwards is said in words', async () => {
  const standIn = new StandIn();
  const { stdout } = await file(await standingIn(standIn));
  expect(stdout).toContain('Put: 51 facilities, 118 services, 27 enrollees, 1 plan, 1 client.');
  expect(stdout).toContain('In the data: 1,267 claims, 1,545 charges, NGN 1,092,402.73.');
  expect(stdout).toContain(
    'Claims: 1,267 filed, 0 sent again and found there, 0 not sent because they were there, 0 refused.',
  );
  expect(stdout).toContain('There now: 1,267 claims, 1,545 lines, NGN 1,092,402.73.');
  expect(stdout).toContain('Nothing was refused.');
  expect([...standIn.puts]).toEqual([
    ['facilities', 51],
    ['services', 118],
    ['plans', 1],
    ['clients', 1],
    ['enrollees', 27],
  ]);
});

test('how many lines each reason refuses or reduces is said, with the amounts', async () => {
  const { stdout } = await file(await standingIn(new StandIn()));
  expect(stdout).toMatch(/^Judged: [\d,]+ lines are paid in full, NGN [\d,.]+\.$/m);
  expect(stdout).toMatch(/^Lines refused, by reason:\n +\d+ × 96 not covered: NGN [\d,.]+ is not paid$/m);
  expect(stdout).toMatch(
    /^Lines reduced, by reason:\n +\d+ × 3 co-pay: NGN [\d,.]+ of NGN [\d,.]+ is paid$/m,
  );
});

test('a second run sends only what is missing, with the dates of the first, and nothing is filed twice', async () => {
  const standIn = new StandIn();
  const url = await standingIn(standIn);
  await file(url, '--days', '900');
  standIn.claims.delete([...standIn.claims.keys()][700] ?? '');
  const second = JSON.parse((await file(url, '--json')).stdout);
  expect(second).toMatchObject({
    days: 900,
    claims: { filed: 1, repeated: 0, skipped: 1266, refused: 0 },
    listed: { claims: 1267 },
  });
  const again = JSON.parse((await file(url, '--json', '--resend')).stdout);
  expect(again.claims).toMatchObject({ filed: 0, repeated: 1267, skipped: 0, refused: 0 });
  expect(standIn.claims.size).toBe(1267);
});

test('refusals are counted by reason and named one by one', async () => {
  const standIn = new StandIn();
  standIn.refuse = ({ total }) => total === 0;
  const { stdout } = await file(await standingIn(standIn));
  expect(stdout).toContain('1,218 filed');
  expect(stdout).toContain('49 × claims: 422 Refused; total: Nothing is claimed.');
  expect(stdout.split('\n').filter((line) => /^ {2}claims [0-9a-f-]{36}: 422/.test(line))).toHaveLength(49);
});

test('a wrong key ends the program with what the API said', async () => {
  const url = await standingIn(new StandIn());
  const failed = run(process.execPath, ['examples/synthea/file-claims.ts', '--url', url, '--key', 'wrong']);
  await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('401 No key') });
});

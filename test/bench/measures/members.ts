import { Agent } from 'node:http';
import { createClient } from '@libsql/client';
import { paths } from '../../../views/paths.ts';
import type { Bench } from '../bench.ts';
import { type Figure, timeFigure } from '../figure.ts';
import { type Call, quantile, send } from '../load.ts';

const people = 200_000;
const syllables = ['A', 'Bo', 'Chi', 'De', 'E', 'Fo', 'Ga', 'Ha', 'I', 'Ke', 'La', 'Mo', 'Ni', 'O', 'Ra'];
const endings = ['bi', 'dun', 'ka', 'la', 'ma', 'na', 'ri', 'sola', 'tunde', 'wale', 'ya', 'zu'];
const names = syllables.flatMap((first) => endings.map((last) => `${first}${last}`));
const families = syllables.flatMap((first) => endings.map((last) => `${last}${first}son`));

/** Puts people into the tenant's database past its actor, with names, numbers and telephones of their own. */
async function fillWithPeople({ product, insurer }: Bench): Promise<void> {
  const client = createClient({
    url: product.databaseUrl.replace('{db}', `tenant-${insurer.tenant.id}`),
    authToken: product.databaseToken,
  });
  const columns = (await client.execute("select name from pragma_table_info('enrollees')")).rows.map((row) =>
    String(row.name),
  );
  const own: Record<string, string> = {
    n: 'numbers.n',
    id: "'bench-' || numbers.n",
    member_id: "printf('TST-BENCH-%06d-P', numbers.n)",
    external_id: 'null',
    first_name: `(select value from json_each(?1) where key = (numbers.n * 7919) % ${names.length})`,
    last_name: `(select value from json_each(?2) where key = (numbers.n * 104729) % ${families.length})`,
    phone: "printf('0803%07d', numbers.n)",
    phone_key: "printf('803%07d', numbers.n)",
  };
  const values = columns.map((name) => own[name] ?? `one.${name}`).join(', ');
  const step = 20_000;
  for (let from = 100_000; from < 100_000 + people; from += step)
    await client.execute({
      sql: `with recursive numbers (n) as (select ?3 union all select n + 1 from numbers where n < ?4)
        insert into enrollees (${columns.join(', ')})
        select ${values} from numbers, (select * from enrollees order by n limit 1) one`,
      args: [JSON.stringify(names), JSON.stringify(families), from, from + step - 1],
    });
  client.close();
}

async function timesOf(bench: Bench, calls: readonly Call[], rounds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const taken: number[] = [];
  for (let nth = 0; nth < rounds + 20; nth += 1) {
    const call = calls[nth % calls.length];
    if (!call) break;
    const began = performance.now();
    const reply = await send(new URL(bench.product.origin), agent, call);
    if (reply.status !== 200) throw new Error(`${call.path}: ${reply.status} ${reply.body.slice(0, 200)}`);
    if (nth >= 20) taken.push(performance.now() - began);
  }
  agent.destroy();
  return taken.sort((a, b) => a - b);
}

/** Searches as people type them: a name's beginning, two names, a member id, a telephone number, digits of a family. */
const searches = [
  'Chisola',
  'bola',
  'Ada dunEson',
  'TST-BENCH-1234',
  '0803 012 3456',
  '123456',
  'mo',
  'Wale Ga',
];

/** The page of enrollees and its one search field, over 200,000 people. */
export async function measureEnrollees(bench: Bench): Promise<Figure[]> {
  await fillWithPeople(bench);
  const to = paths.staff(bench.insurer.slug);
  const calls = (queries: Record<string, string>[]): Call[] =>
    queries.map((query, nth) => ({
      method: 'GET',
      path: to.enrollees(query),
      headers: { cookie: bench.staff[nth % bench.staff.length]?.cookie ?? '' },
    }));
  const found = await timesOf(bench, calls(searches.map((q) => ({ q }))), 200);
  const filters = [
    {},
    { client: 'INDV' },
    { plan: 'BENCH' },
    { state: 'ACTIVE' },
    { state: 'SUSPENDED' },
    { state: 'TERMINATED' },
  ];
  const listed = await timesOf(bench, calls(filters), 120);
  return [
    timeFigure('search over 200,000 enrollees by name, member id, phone: p50', quantile(found, 0.5)),
    timeFigure('… p95', quantile(found, 0.95), 20),
    timeFigure('their list and its filters, p95', quantile(listed, 0.95), 20),
  ];
}

/** Whom and what somebody is covered for, through `/v1/eligibility`, at rest and while claims come in. */
export async function measureEligibility(bench: Bench): Promise<Figure[]> {
  const today = new Date().toISOString().slice(0, 10);
  const calls = bench.insurer.memberIds.slice(0, 500).map((memberId) => ({
    method: 'GET',
    path: paths.api.eligibility({
      memberId,
      birthDate: '1990-05-17',
      date: today,
      facilityExternalId: 'harbour',
    }),
    headers: { 'x-api-key': bench.apiKey },
  }));
  const taken = await timesOf(bench, calls, 500);
  return [
    timeFigure('eligibility through GET /v1/eligibility: p50', quantile(taken, 0.5)),
    timeFigure('… p95', quantile(taken, 0.95), 10),
  ];
}

import { createClient } from '@libsql/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyOrganisation } from '../../durable-objects/actor/verify.ts';
import { paths } from '../../views/paths.ts';
import { type Insurer, issueKey, openInsurer } from '../support/insurer.ts';
import { type Product, startProduct } from '../support/product.ts';

const people = 3_000;
let product: Product;
let insurer: Insurer;

beforeAll(async () => {
  product = await startProduct();
  insurer = await openInsurer(product, { enrollees: 1, staff: 1 });
});
afterAll(() => product?.stop());

interface Followed {
  state: string;
  rowsDone: number;
  applied: { created: number; refused: number };
}

/** Asks until the import is so far; while the product is away it is asked again. */
async function until(address: string, key: string, isFar: (found: Followed) => boolean): Promise<Followed> {
  for (;;) {
    const answer = await fetch(new URL(address, product.origin), { headers: { 'x-api-key': key } }).catch(
      () => null,
    );
    const found: Followed | null = answer?.ok ? JSON.parse(await answer.text()) : null;
    if (found && isFar(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('an import goes on by itself after kills in its middle, and does nobody twice', {
  timeout: 120_000,
}, async () => {
  const key = await issueKey(product, insurer, ['enrollee.import']);
  const rows = Array.from(
    { length: people },
    (_, nth) => `ADD,2026-01-01,k-${nth},Ada${nth},Obi,1988-05-17,female`,
  );
  const sent = await fetch(new URL(paths.api.enrolleeImport(), product.origin), {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-api-key': key, 'idempotency-key': 'kill' },
    body: ['action,date,external_id,first_name,last_name,birth_date,sex', ...rows].join('\n'),
  });
  const { address = '' }: { address?: string } = JSON.parse(await sent.text());
  await until(address, key, ({ state, rowsDone }) => state === 'APPLYING' && rowsDone > 0);
  await product.killWorkerd();
  await product.healthy();
  // Nobody asks for anything of this insurer meanwhile: the actor wakes by its own alarm.
  const client = createClient({
    url: product.databaseUrl.replace('{db}', `tenant-${insurer.tenant.id}`),
    authToken: product.databaseToken,
  });
  const count = async () =>
    Number(
      (await client.execute("select count(*) from enrollees where external_id like 'k-%'")).rows[0]?.[0],
    );
  const after = await count();
  expect(after).toBeLessThan(people);
  while ((await count()) === after) await new Promise((resolve) => setTimeout(resolve, 50));
  await product.killLibsql();
  const done = await until(address, key, ({ state }) => state === 'DONE');
  expect(done.applied).toMatchObject({ created: people, refused: 0 });
  expect(await count()).toBe(people);
  const { rows: twice } = await client.execute(
    "select count(*) - count(distinct command_id) from journal where action = 'PutEnrollee'",
  );
  expect(Number(twice[0]?.[0])).toBe(0);
  const { rows: puts } = await client.execute("select count(*) from journal where action = 'PutEnrollee'");
  expect(Number(puts[0]?.[0])).toBe(people + 1);
  expect(await verifyOrganisation('tenant', client)).toEqual([]);
  client.close();
});

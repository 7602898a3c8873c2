import { createClient } from '@libsql/client';
import type { Bench } from './bench.ts';

/**
 * Puts open claims into the tenant's database past its actor, as copies of one that was filed: only so a million are
 * there within minutes. The actor is stopped meanwhile, and rebuilds its view from the rows. The journal does not hold
 * them, so such a store is for measuring only.
 */
export async function fillWithClaims(bench: Bench, upTo: number): Promise<void> {
  const { databaseUrl, databaseToken } = bench.product;
  const client = createClient({
    url: databaseUrl.replace('{db}', `tenant-${bench.insurer.tenant.id}`),
    authToken: databaseToken,
  });
  const columns = (await client.execute("select name from pragma_table_info('claims')")).rows.map((row) =>
    String(row.name),
  );
  const first = Number((await client.execute('select max(id) id from claims')).rows[0]?.id ?? 0);
  const own: Record<string, string> = {
    id: 'n',
    number: "'CLM-26-' || printf('%06d', n)",
    external_id: 'null',
    state:
      "case n % 10 when 0 then 'QUERIED' when 1 then 'IN_REVIEW' when 2 then 'RESUBMITTED' else 'RECEIVED' end",
    due_at: 'due_at + (n % 600000) * 1000',
    rank_at: 'due_at + (n % 600000) * 1000',
    claimed: 'claimed + n % 100000',
  };
  const values = columns.map((name) => own[name] ?? name).join(', ');
  const step = 20_000;
  for (let from = first + 1; from <= upTo; from += step) {
    const to = Math.min(upTo, from + step - 1);
    await client.execute({
      sql: `with recursive numbers (n) as (select ? union all select n + 1 from numbers where n < ?)
        insert into claims (${columns.join(', ')})
        select ${values} from numbers, (select * from claims where state = 'RECEIVED' order by id desc limit 1)`,
      args: [from, to],
    });
  }
  await client.executeMultiple(`delete from claim_counts;
    insert into claim_counts (facility_id, state, claims, claimed, approved)
      select '', state, count(*), sum(claimed), sum(coalesce(approved, 0)) from claims group by state;
    insert into claim_counts (facility_id, state, claims, claimed, approved)
      select facility_id, state, count(*), sum(claimed), sum(coalesce(approved, 0)) from claims group by facility_id, state;`);
  client.close();
}

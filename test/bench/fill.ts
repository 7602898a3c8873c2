import { readFile } from 'node:fs/promises';
import { root } from '../../selfhost/build/places.ts';
import { type Bench, doAll } from './bench.ts';
import { type OpenFile, openFile, schemaOf } from './file.ts';

/** Claims of this many others are copied, so that enrollees, days and amounts differ. */
const copied_max = 50;
/** Beside the insurer's own. */
const facilities = 60;

const now = 'unixepoch() * 1000';
// A fiftieth is late, the rest falls due within the next ten days, in no order of their numbers.
const dueIn = 'iif(n % 53 = 7, -(n % 90000), n * 7919 % 864000)';
const due = `${now} + ${dueIn} * 1000`;
/** Who decides has been told of what is late or is soon, as it happened: within five days, as a quarter of 72 working hours spans a weekend. */
const toldBy = (within_s: number) => `iif(n % 10 <> 3 and ${dueIn} < ${within_s}, ${now}, null)`;
const submitted = `${now} - iif(n % 10 = 3, n % 86400, 864000 - n % 864000) * 1000`;

/**
 * What is a row's own. `n` is its number, `c` what is copied. The share of each state, of what is late, held, flagged, clean
 * and at risk is about what a claims team has before it; facilities, clients, plans and months are many, so that every
 * filter finds some rows and not most.
 */
const own: Readonly<Record<string, string>> = {
  id: 'n',
  number: "'CLM-26-' || printf('%06d', n)",
  external_id: 'null',
  state: `case n % 10 when 0 then 'QUERIED' when 1 then 'IN_REVIEW' when 2 then 'RESUBMITTED' when 3 then 'SUBMITTED' else 'RECEIVED' end`,
  facility_id: `iif(n % 4 = 0, c.facility_id, 'bench-' || (n % ${facilities}))`,
  facility_name: `iif(n % 4 = 0, c.facility_name, 'Facility ' || (n % ${facilities}))`,
  client_code: `'C' || (n * 7 % 40)`,
  plan_code: `'P' || (n * 13 % 25)`,
  risk: 'iif(n % 23 = 5, 60 + n % 41, n % 40)',
  billing_month: `substr(date(c.service_date, '-' || (n % 12) || ' months'), 1, 7)`,
  claimed: 'c.claimed + n % 100000',
  submitted_at: submitted,
  // what came in today and has not been received is not due
  due_at: `iif(n % 10 = 3, null, ${due})`,
  rank_at: `iif(n % 10 = 3, ${submitted}, ${due} - (n % 40) * 3600000)`,
  body: `json_set(case
    when n % 97 = 5 then json_set(c.body, '$.holds', json_array('bench'))
    when n % 19 = 3 then json_set(c.body, '$.flags', json_array(json_object('n', 1, 'rule', 'duplicate', 'state', 'OPEN', 'weight', 60)))
    else c.body end, '$.warnedAt', ${toldBy(432_000)}, '$.breachedAt', ${toldBy(0)})`,
};

/** The statement of a migration that counts anew what its tables keep: the one place that says how. */
async function countsOf(file: string, table: string): Promise<string> {
  const sql = await readFile(`${root}schema/migrations/tenant/${file}`, 'utf8');
  const from = sql.indexOf(`insert into ${table}\n`);
  const begin = from < 0 ? sql.indexOf(`insert into ${table} (`) : from;
  return `delete from ${table};\n${sql.slice(begin, sql.indexOf(';', begin) + 1)}\n`;
}

const columnsOf = (file: OpenFile, table: string): string[] =>
  file.rows(`select name from pragma_table_info('${table}')`).map(({ name }) => String(name));

/** Links to the facilities of the rows, without which a filter by one of them means nobody. */
function linkFacilities(file: OpenFile): void {
  const columns = columnsOf(file, 'links');
  const link: Readonly<Record<string, string>> = {
    facility_id: "'bench-' || n",
    external_id: 'null',
    name: "'Facility ' || n",
  };
  file.run(`with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${facilities - 1})
    insert or ignore into links (${columns.join(', ')})
    select ${columns.map((name) => link[name] ?? `c.${name}`).join(', ')}
    from numbers join (select * from links order by facility_id like 'bench-%' limit 1) c`);
}

async function countAnew(file: OpenFile): Promise<void> {
  file.run(`delete from claim_counts;
    insert into claim_counts (facility_id, state, claims, claimed, approved)
      select '', state, count(*), sum(claimed), sum(coalesce(approved, 0)) from claims group by state;
    insert into claim_counts (facility_id, state, claims, claimed, approved)
      select facility_id, state, count(*), sum(claimed), sum(coalesce(approved, 0)) from claims group by facility_id, state;`);
  file.run(await countsOf('0013-piles.sql', 'piles'));
  file.run(await countsOf('0014-limits.sql', 'claim_days'));
}

function copyClaims(file: OpenFile, upTo: number): void {
  const columns = columnsOf(file, 'claims');
  const values = columns.map((name) => own[name] ?? `c.${name}`).join(', ');
  const first = Number(file.rows('select max(id) as id from claims')[0]?.id ?? 0);
  file.run(`with recursive numbers (n) as (select ${first + 1} union all select n + 1 from numbers where n < ${upTo}),
      copied as materialized (select row_number() over () - 1 place, count(*) over () places, one.* from
        (select * from claims where state = 'RECEIVED' and id <= ${first} order by id desc limit ${copied_max}) one)
    insert into claims (${columns.join(', ')})
    select ${values} from numbers join copied c on c.place = n % c.places`);
}

/**
 * Puts open claims into the tenant's database past its actor, as copies of some that were filed just before: only so a million
 * are there within a minute. The product is stopped, and its database's file written with every index in place and nothing
 * kept for a crash: over the server, with a log and a small cache, the same took more than eight minutes. The journal does
 * not hold these claims, so such a store is for measuring only; the actor's view has to be lost, so that it is rebuilt from the rows.
 */
export async function fillWithClaims(bench: Bench, upTo: number): Promise<void> {
  const name = `filled-${upTo}`;
  await doAll(
    bench,
    Array.from({ length: copied_max }, (_, nth) => ({
      id: `${name}-${nth}`,
      command: { type: 'SubmitClaim', input: { ...bench.insurer.filing(5), externalId: `${name}-${nth}` } },
    })),
  );
  await bench.product.stop();
  const file = await openFile(bench);
  const before = schemaOf(file);
  file.run('begin immediate');
  copyClaims(file, upTo);
  linkFacilities(file);
  await countAnew(file);
  file.run('commit');
  const [row] = file.rows('select count(*) as n from claims');
  const after = schemaOf(file);
  file.close();
  if (Number(row?.n) < upTo) throw new Error(`only ${row?.n} claims are there to be copied`);
  if (after !== before) throw new Error('filling has changed the schema');
}

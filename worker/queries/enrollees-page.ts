import type { Client, InValue, Row } from '@libsql/client/web';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { CoverState } from '../../schema/domain/members/cover-dates.ts';
import type { ListCursor } from '../list-cursor.ts';
import { type EnrolleeSearch, readEnrolleeSearch } from './enrollee-search.ts';

/** Which people are asked for. Filters that are left out let everybody through. */
export interface EnrolleesAsked {
  /** a name, a member id or a telephone number */
  q?: string | undefined;
  client?: string | undefined;
  plan?: string | undefined;
  /** of the person's own cover, on `today` */
  state?: CoverState | undefined;
  today: CalendarDate;
  /** where the page before ended */
  after: ListCursor | null;
  limit: number;
}

interface Part {
  sql: string;
  args: InValue[];
}

/** One way through an index: its rows come in an order that a cursor can go on in. */
interface Way {
  from: string;
  key: string;
  last: string;
  descending?: true;
  where: Part[];
}

const own = (state: CoverState, today: CalendarDate): Part => {
  const inForce = 'e.cover_from <= ? and (e.cover_to is null or e.cover_to >= ?)';
  const suspended = 'e.suspended_from <= ? and (e.suspended_to is null or e.suspended_to > ?)';
  if (state === 'PENDING') return { sql: 'e.cover_from > ?', args: [today] };
  if (state === 'TERMINATED') return { sql: 'e.cover_to < ?', args: [today] };
  if (state === 'SUSPENDED')
    return { sql: `${suspended} and (e.cover_to is null or e.cover_to >= ?)`, args: [today, today, today] };
  const args = [today, today, today, today];
  return { sql: `${inForce} and (e.suspended_from is null or not (${suspended}))`, args };
};

const onPlan = (plan: string, today: CalendarDate): Part => ({
  sql: '((e.plan_code = ? and (e.next_plan_from is null or e.next_plan_from > ?)) or (e.next_plan = ? and e.next_plan_from <= ?))',
  args: [plan, today, plan, today],
});

const byMember = { key: "''", last: 'e.member_id' };
const range = (column: string, { from, before }: { from: string; before: string }): Part => ({
  sql: `${column} >= ? and ${column} < ?`,
  args: [from, before],
});

function searching(search: EnrolleeSearch): Way {
  if (search.by === 'member')
    return { from: 'enrollees e', ...byMember, where: [range('e.member_id', search)] };
  if (search.by === 'phone')
    return {
      from: 'enrollees e indexed by enrollees_phone',
      key: 'e.phone_key',
      last: 'e.n',
      where: [range('e.phone_key', search)],
    };
  return {
    from: 'enrollees_text t cross join enrollees e on e.n = t.rowid',
    key: "''",
    last: 't.rowid',
    where: [{ sql: 'enrollees_text match ?', args: [search.match] }],
  };
}

/** The order in which a state alone is listed: by the day on which it began, the latest end or suspension first. */
function ofState(state: CoverState): Way {
  const by = (index: string, key: string, descending?: true): Way => ({
    from: `enrollees e indexed by ${index}`,
    key,
    last: 'e.member_id',
    ...(descending ? { descending } : {}),
    where: [],
  });
  if (state === 'PENDING') return by('enrollees_beginning', 'e.cover_from');
  if (state === 'TERMINATED') return by('enrollees_ended', 'e.cover_to', true);
  if (state === 'SUSPENDED') return by('enrollees_suspended', 'e.suspended_from', true);
  return { from: 'enrollees e', ...byMember, where: [] };
}

/** Those on a plan now, and those whose move to it has taken effect: two indexes, each in the order of member ids. */
const planWays = (plan: string, today: CalendarDate): Way[] => [
  {
    from: 'enrollees e indexed by enrollees_of_plan',
    ...byMember,
    where: [
      { sql: 'e.plan_code = ? and (e.next_plan_from is null or e.next_plan_from > ?)', args: [plan, today] },
    ],
  },
  {
    from: 'enrollees e indexed by enrollees_moving',
    ...byMember,
    where: [{ sql: 'e.next_plan = ? and e.next_plan_from <= ?', args: [plan, today] }],
  },
];

/** How the question is gone through, with what is checked on the way. Null: nothing was asked that could find anybody. */
function waysOf({ q, client, plan, state, today }: EnrolleesAsked): Way[] | null {
  const checked: Part[] = [];
  if (state !== undefined) checked.push(own(state, today));
  const and = (way: Way, ...more: Part[]): Way => ({ ...way, where: [...way.where, ...checked, ...more] });
  const ofClient = client === undefined ? [] : [{ sql: 'e.client_code = ?', args: [client] }];
  const ofPlan = plan === undefined ? [] : [onPlan(plan, today)];
  if (q !== undefined && q.trim() !== '') {
    const search = readEnrolleeSearch(q);
    return search === null ? null : [and(searching(search), ...ofClient, ...ofPlan)];
  }
  if (client !== undefined)
    return [
      and(
        { from: 'enrollees e indexed by enrollees_of_client', ...byMember, where: [] },
        ...ofClient,
        ...ofPlan,
      ),
    ];
  if (plan !== undefined) return planWays(plan, today).map((way) => and(way));
  return [and(state === undefined ? { from: 'enrollees e', ...byMember, where: [] } : ofState(state))];
}

/** Beyond where the page before ended; a key that is the same for all is left out, so that the index is gone on in. */
function beyond({ key, last, descending }: Way, after: ListCursor | null): Part[] {
  if (after === null) return [];
  if (key === "''")
    return [{ sql: `${last} > ?`, args: [last === 't.rowid' ? Number(after.last) || 0 : after.last] }];
  const past = descending ? '<' : '>';
  const numbered = last === 'e.n' ? Number(after.last) || 0 : after.last;
  return [
    { sql: `${key} ${past}= ?`, args: [after.key] },
    { sql: `(${key} ${past} ? or ${last} > ?)`, args: [after.key, numbered] },
  ];
}

function statementOf(ways: Way[], { after, limit }: EnrolleesAsked): { sql: string; args: InValue[] } {
  const [first] = ways;
  const order = (way: Way) => (way.key === "''" ? '2' : `1${way.descending ? ' desc' : ''}, 2`);
  const pages = ways.map((way) => {
    const parts = [...way.where, ...beyond(way, after)];
    const where = parts.length === 0 ? '' : ` where ${parts.map(({ sql }) => sql).join(' and ')}`;
    const sql = `select * from (select ${way.key} as key, ${way.last} as last, e.n as n from ${way.from}${where} order by ${order(way)} limit ${limit + 1})`;
    return { sql, args: parts.flatMap(({ args }) => args) };
  });
  const page = pages.map(({ sql }) => sql).join(' union all ');
  return {
    sql: `with page as (select * from (${page}) order by ${first ? order(first) : '1'} limit ${limit + 1})
      select page.key as key, page.last as last, e.*, p.member_id as p_member_id, p.cover_from as p_cover_from, p.cover_to as p_cover_to,
        p.suspended_from as p_suspended_from, p.suspended_to as p_suspended_to, p.external_id as p_external_id,
        c.name as c_name, c.cover_to as c_cover_to, c.suspended_from as c_suspended_from, c.suspended_to as c_suspended_to
      from page cross join enrollees e on e.n = page.n cross join clients c on c.code = e.client_code
      left join enrollees p on p.id = e.principal_id order by ${first ? order(first) : '1'}`,
    args: pages.flatMap(({ args }) => args),
  };
}

/** One page of people as their rows are, and where the next one begins. Every filter goes through an index of its own. */
export async function enrolleesPage(
  tenant: Client,
  asked: EnrolleesAsked,
): Promise<{ rows: Row[]; next: ListCursor | null }> {
  const ways = waysOf(asked);
  if (ways === null) return { rows: [], next: null };
  const { rows } = await tenant.execute(statementOf(ways, asked));
  const page = rows.slice(0, asked.limit);
  const end = page.at(-1);
  const more = rows.length > asked.limit && end !== undefined;
  return { rows: page, next: more ? { key: String(end.key ?? ''), last: String(end.last) } : null };
}

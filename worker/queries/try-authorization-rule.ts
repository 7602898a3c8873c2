import { and, desc, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import {
  conditionsOf,
  type RuleConditions,
  type RuleFacts,
  rulesFor,
} from '../../schema/domain/authorizations/auto-rules.ts';
import { addDays, type CalendarDate, day_ms, type Moment } from '../../schema/domain/dates.ts';
import { authorizationOfRow, authorizations } from '../../schema/tables/tenant/authorizations.ts';
import type { Database } from './database.ts';

/** How far back a trial looks (authorizations.md, Auto-approval rules). */
const trialDays = 90;
/** So many requests are read in one go, and in all: the newest. */
const page_requests = 200;
const requests_max = 20_000;
/** So many of those that people rejected are listed. */
const shown_max = 50;

/** A request that a rule would have approved and people rejected. */
export interface WronglyApproved {
  number: string;
  facilityName: string;
  decidedAt: Moment;
  requested: number;
  reasons: readonly string[];
}

/** What a rule would have done: *would have approved n requests, of which m were rejected by people*. */
export interface TriedRule {
  /** names the conditions that were tried */
  conditions: string;
  requests: number;
  would: number;
  rejected: number;
  examples: WronglyApproved[];
  /** there were more requests than were looked at: the newest were */
  cut: boolean;
}

interface Past {
  request: Authorization;
  kind: string;
}

/** What can be told of a request without opening it. */
function narrowed({ plans, urgencies, riskMax }: RuleConditions): (SQL | undefined)[] {
  return [
    lte(authorizations.risk, riskMax),
    plans.length === 0 ? undefined : inArray(authorizations.planCode, [...plans]),
    urgencies.length === 0 ? undefined : inArray(authorizations.urgency, [...urgencies]),
  ];
}

interface Cursor {
  decidedAt: Moment;
  id: number;
}

async function page(db: Database, rule: RuleConditions, from: Moment, after: Cursor | null): Promise<Past[]> {
  const kind = sql<string>`coalesce((select profile ->> '$.kind' from links where facility_id = ${authorizations.facilityId}), '')`;
  const before =
    after && sql`(${authorizations.decidedAt}, ${authorizations.id}) < (${after.decidedAt}, ${after.id})`;
  const rows = await db
    .select({ row: authorizations, kind })
    .from(authorizations)
    .where(and(gte(authorizations.decidedAt, from), before ?? undefined, ...narrowed(rule)))
    .orderBy(desc(authorizations.decidedAt), desc(authorizations.id))
    .limit(page_requests);
  return rows.map(({ row, kind: of }) => ({ request: authorizationOfRow(row), kind: of }));
}

async function groupsOf(db: Database, past: readonly Past[]): Promise<Map<string, string>> {
  const codes = [...new Set(past.flatMap(({ request }) => request.lines.map(({ service }) => service)))];
  const rows = await db.all<{ code: string; service_group: string }>(
    sql`select code, service_group from services where code in (select value from json_each(${JSON.stringify(codes)}))`,
  );
  return new Map(rows.map((row) => [row.code, row.service_group]));
}

/** Days on which an enrollee had been granted a service on requests before this one, or was claimed to have had it before its day. */
async function earlierDays(
  db: Database,
  { id, enrolleeId, serviceDate, lines }: Authorization,
  days: number,
): Promise<Map<string, CalendarDate[]>> {
  const years = new Set([addDays(serviceDate, -days).slice(0, 4), serviceDate.slice(0, 4)]);
  const subjects = lines.flatMap(({ service }) =>
    [...years].flatMap((year) => [`g:${service}:${year}`, `s:${service}:${year}`]),
  );
  const rows = await db.all<{ subject: string; day: string }>(
    sql`select subject, day from uses where enrollee_id = ${enrolleeId}
      and subject in (select value from json_each(${JSON.stringify(subjects)}))
      and iif(subject like 'g:%', claim_id < ${id}, day < ${serviceDate})`,
  );
  const found = new Map<string, { g: CalendarDate[]; s: CalendarDate[] }>();
  for (const { subject, day } of rows) {
    const service = subject.slice(2, subject.lastIndexOf(':'));
    const both = found.get(service) ?? { g: [], s: [] };
    both[subject.startsWith('g:') ? 'g' : 's'].push(day);
    found.set(service, both);
  }
  return new Map([...found].map(([service, { g, s }]) => [service, s.length > g.length ? s : g]));
}

/** Whether the rule alone would have answered a request, as it stood when people decided it. */
async function wouldApprove(
  db: Database,
  rule: RuleConditions,
  { request, kind }: Past,
  groups: ReadonlyMap<string, string>,
): Promise<boolean> {
  const named = [{ ...rule, name: 'tried' }];
  const facts: RuleFacts = {
    facilityKind: kind,
    groupOf: (service) => groups.get(service) ?? null,
    daysOf: () => [],
  };
  if (rulesFor(named, request, facts) === null) return false;
  if (rule.frequency === null) return true;
  const days = await earlierDays(db, request, rule.frequency.days);
  return rulesFor(named, request, { ...facts, daysOf: (service) => days.get(service) ?? [] }) !== null;
}

const exampleOf = ({
  number,
  facilityName,
  decidedAt,
  requested,
  reasons,
}: Authorization): WronglyApproved => ({
  number,
  facilityName,
  decidedAt: decidedAt ?? 0,
  requested,
  reasons: reasons.map(({ code }) => code),
});

/** Only what people rejected counts against a rule. */
const wasRejected = ({ state, decidedBy }: Authorization): boolean =>
  state === 'REJECTED' && decidedBy !== null;

/** Tries a rule on what was decided in the last 90 days: page by page along the index of decisions, nothing is written. */
export async function tryAuthorizationRule(
  db: Database,
  rule: RuleConditions,
  now: Moment,
): Promise<TriedRule> {
  const from = now - trialDays * day_ms;
  const decided = await db.$count(authorizations, gte(authorizations.decidedAt, from));
  const tried = { would: 0, rejected: 0, examples: [] as WronglyApproved[] };
  let after: Cursor | null = null;
  let looked = 0;
  for (;;) {
    const past: Past[] = await page(db, rule, from, after);
    const groups = await groupsOf(db, past);
    for (const each of past) {
      const would = await wouldApprove(db, rule, each, groups);
      tried.would += would ? 1 : 0;
      if (!would || !wasRejected(each.request)) continue;
      tried.rejected += 1;
      if (tried.examples.length < shown_max) tried.examples.push(exampleOf(each.request));
    }
    looked += past.length;
    const last = past.at(-1)?.request;
    if (past.length < page_requests || !last || looked >= requests_max) break;
    after = { decidedAt: last.decidedAt ?? 0, id: last.id };
  }
  return { conditions: conditionsOf(rule), requests: decided, ...tried, cut: looked >= requests_max };
}

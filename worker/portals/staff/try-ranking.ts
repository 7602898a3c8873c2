import type { Context } from 'hono';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import { matches } from '../../../schema/domain/claims/queue-rule.ts';
import { type Ranking, rankOf, urgencyOf } from '../../../schema/domain/claims/rank.ts';
import type { Trial } from '../../../views/hmo/queue-rules/trial-card.tsx';
import { whyThere } from '../../../views/hmo/queue-rules/why-there.tsx';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { rankFacts } from '../../queries/rank-facts.ts';
import type { StaffDesk } from './desk.ts';

/** So many of the queue are looked at from its head, and so many of what a rule would pull up from further down. */
const pages_max = 5;
const page_rows = 200;
const each_rule_max = 100;
/** So many are shown as they would stand. */
const shown_rows = 20;

interface Stood {
  id: number;
  rankAt: number;
}

/** The head of the queue as it stands. */
async function headOf(c: Context<AppEnv>): Promise<Stood[]> {
  const head: Stood[] = [];
  for (let after: string | null = '', pages = 0; after !== null && pages < pages_max; pages += 1) {
    const page: { rows: Stood[]; next: string | null } = await tenantActor(c).queuePage({
      limit: page_rows,
      ...(after === '' ? {} : { after }),
    });
    head.push(...page.rows.map(({ id, rankAt }) => ({ id, rankAt })));
    after = page.next;
  }
  return head;
}

/** Claims further down that a rule pulls up, where an index finds them. */
async function pulledUp(c: Context<AppEnv>, { queueRules }: Ranking): Promise<Stood[]> {
  const found = await Promise.all(
    queueRules.map(async ({ hours, facilityId, clientCode, planCode }) => {
      if (hours < 0 || (facilityId ?? clientCode ?? planCode) === null) return [];
      const { rows } = await tenantActor(c).queuePage({
        limit: each_rule_max,
        ...(facilityId === null ? {} : { facilityId }),
        ...(clientCode === null ? {} : { clientCode }),
        ...(planCode === null ? {} : { planCode }),
      });
      return rows.map(({ id, rankAt }): Stood => ({ id, rankAt }));
    }),
  );
  return found.flat();
}

/** How the queue would look under other rules: bounded work over its head and what the rules would pull up. Nothing changes. */
export async function tryRanking(c: Context<AppEnv>, desk: StaffDesk, ranking: Ranking): Promise<Trial> {
  const { db, settings, counts, may } = desk;
  const [head, pulled] = await Promise.all([headOf(c), pulledUp(c, ranking)]);
  const places = new Map(head.map(({ id }, nth) => [id, nth + 1]));
  const facts = await rankFacts(db, [...new Set([...head, ...pulled].map(({ id }) => id))]);
  const tried = facts
    .map((claim) => ({ claim, rankAt: rankOf(claim, ranking) }))
    .sort((a, b) => a.rankAt - b.rankAt || a.claim.id - b.claim.id)
    .map(({ claim }, nth) => ({ claim, before: places.get(claim.id) ?? null, after: nth + 1 }));
  const how = { zone: settings.calendar.zone, currency: settings.currency, risk: may('risk.view') };
  const ofHead = tried.filter(({ before }) => before !== null);
  // among those of the head alone, so that what comes from further down moves nobody
  const moved = ofHead.map(({ before }, nth) => (before ?? 0) - (nth + 1));
  return {
    first: tried.slice(0, shown_rows).map(({ claim, before, after }) => ({
      number: claim.number,
      enrolleeName: claim.enrolleeName,
      facilityName: claim.facilityName,
      before,
      after,
      why: whyThere(claim, urgencyOf(claim, ranking), how),
    })),
    up: moved.filter((by) => by > 0).length,
    down: moved.filter((by) => by < 0).length,
    rules: ranking.queueRules.map((rule) => ({
      name: rule.name,
      matches: ofHead.filter(({ claim }) => matches(rule, claim)).length,
    })),
    looked: head.length,
    open: Math.max(
      head.length,
      openStates.reduce((sum, state) => sum + counts.byState[state].claims, 0),
    ),
  };
}

import { claimsToReview, type DecidedClaim } from '../../schema/domain/members/backdating.ts';
import type { Outgoing } from '../actor/outbox.ts';
import type { Statement, Store } from '../actor/store.ts';

/** The review's own place in the outbox: back-dated changes of cover whose claims go back to people. */
export const review = 'review';

const page_rows = 200;
/** A visit's lines lie within so many days of its first. */
const visit_days_max = 60;

/** An approved claim that goes back to review. */
interface Approved extends DecidedClaim {
  number: string;
  version: number;
}

/** What sends a claim back: at least once, with the same id each time. */
type Reopen = (id: string, claim: { number: string; version: number }, reason: string) => Promise<void>;

const of: Readonly<Record<string, string>> = {
  enrollee: 'e.id = ?1 or e.principal_id = ?1',
  client: 'e.client_code = ?1',
};

/** The authorization that a claim's line names, if it is the person's at the facility and was not taken back. */
const promised = `select 1 from authorizations a where l.value->>'authorization' in (a.code, a.reference)
  and a.enrollee_id = c.enrollee_id and a.facility_id = c.facility_id and a.state <> 'CANCELLED'`;

/**
 * The claims since a day of everybody whose cover a change concerns, approved before it was recorded, after a claim's id, page
 * by page: with the last day they are judged by, because a visit that began before the day may have lines after it.
 */
function approvedSince(seq: number, subject: string, from: string, after: number): Statement {
  const [kind = '', id = ''] = subject.split(':');
  const columns = `'id', c.id, 'number', c.number, 'version', c.version, 'state', c.state, 'serviceDate', iif(c.encounter_type = 'inpatient', c.service_date, (select max(l.value->>'serviceDate') from json_each(c.body, '$.lines') l)),
    'underCode', json(iif(exists (select 1 from json_each(c.body, '$.lines') l where coalesce(l.value->>'approvedQuantity', 0) > 0
      and not exists (${promised})), 'false', 'true')),
    'settled', json('false')`;
  return {
    sql: `select json_group_array(json(one)) from (select json_object(${columns}) one
      from enrollees e join claims c on c.enrollee_id = e.id and c.service_date >= date(?2, '-${visit_days_max} days')
      where (${of[kind] ?? 'false'}) and c.state = 'APPROVED' and c.id > ?3
        and c.decided_at <= (select at from journal where seq = ?4)
      order by c.id limit ${page_rows})`,
    args: [id, from, after, seq],
  };
}

/**
 * Sends the approved, unsettled claims after a back-dated change of cover back to review (members.md). It follows from the
 * journal entry alone, is done at least once, and each claim at most once for one change.
 */
export async function reviewClaims(store: Store, reopen: Reopen, batch: readonly Outgoing[]): Promise<void> {
  for (const { seq, news: from, subject } of batch)
    for (let after = 0; ; ) {
      const [rows = []] = await store.read([approvedSince(seq, subject, from, after)]);
      const found: Approved[] = JSON.parse(String(rows[0]?.[0] ?? '[]'));
      const ids = new Set(claimsToReview(found, from));
      const reason = `The cover was changed from ${from} on, after the claim was decided.`;
      for (const claim of found.filter(({ id }) => ids.has(id)))
        await reopen(`review-${seq}-${claim.id}`, claim, reason);
      const last = found[found.length - 1];
      if (!last || found.length < page_rows) break;
      after = last.id;
    }
}

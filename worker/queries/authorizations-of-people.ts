import { and, desc, inArray, lt, sql } from 'drizzle-orm';
import { authorizations } from '../../schema/tables/tenant/authorizations.ts';
import type { Database } from './database.ts';

/** What somebody is shown of a request of theirs in a list: nothing of risk, holds or who decides. */
const columns = {
  id: authorizations.id,
  number: authorizations.number,
  state: authorizations.state,
  facilityName: authorizations.facilityName,
  serviceDate: authorizations.serviceDate,
  memberId: authorizations.memberId,
  urgency: authorizations.urgency,
  /** what was asked for first, and how many things in all */
  service: sql<string>`${authorizations.body} ->> '$.lines[0].name'`,
  services: sql<number>`json_array_length(${authorizations.body}, '$.lines')`,
  code: authorizations.code,
  validTo: authorizations.validTo,
};

/** Requests of these people, the newest first, those before an id; `limit` at most. */
export async function authorizationsOfPeople(
  db: Database,
  enrolleeIds: readonly string[],
  { before, limit }: { before: number | null; limit: number },
) {
  const older = before === null ? undefined : lt(authorizations.id, before);
  return db
    .select(columns)
    .from(authorizations)
    .where(and(inArray(authorizations.enrolleeId, [...enrolleeIds]), older))
    .orderBy(desc(authorizations.id))
    .limit(limit);
}

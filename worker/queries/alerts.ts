import { type SQL, sql } from 'drizzle-orm';
import type { Alert } from '../../schema/domain/authorizations/alert.ts';
import { authorizationIdOf } from '../../schema/domain/authorizations/authorization.ts';
import {
  type InvestigationState,
  investigationIdOf,
} from '../../schema/domain/investigations/investigation.ts';
import { placeBeside } from '../../schema/domain/network/place-beside.ts';
import type { FacilityProfile } from '../../schema/tables/tenant/network.ts';
import type { AskedAlert } from '../../views/enrollee/alerts/alert-words.tsx';
import type { Database } from './database.ts';

interface Row {
  number: string;
  enrollee_id: string;
  facility_name: string;
  requested_at: number;
  happened_at: number | null;
  alert: string;
  profile: string | null;
  first_name: string | null;
}

/** An alert, with whom it was put to and who is treated, by enrollee id. */
export interface FoundAlert extends AskedAlert {
  to: string;
  enrolleeId: string;
  investigation: string | null;
}

const columns = sql`a.number, a.enrollee_id, a.facility_name, a.requested_at, a.body ->> '$.happenedAt' as happened_at,
  a.body ->> '$.alert' as alert, l.profile as profile, e.first_name as first_name
  from authorizations a left join links l on l.facility_id = a.facility_id left join enrollees e on e.id = a.enrollee_id`;

function foundOf(row: Row, zone: string): FoundAlert {
  const alert: Alert = JSON.parse(row.alert);
  const profile: Partial<FacilityProfile> = row.profile === null ? {} : JSON.parse(row.profile);
  const place = placeBeside(row.facility_name, [profile.city, profile.state]);
  return {
    number: row.number,
    facility: row.facility_name,
    place,
    at: Number(row.happened_at ?? row.requested_at),
    zone,
    whose: alert.to === row.enrollee_id ? null : (row.first_name ?? 'somebody else'),
    state: alert.state,
    answered: alert.answered,
    followed: null,
    to: alert.to,
    enrolleeId: row.enrollee_id,
    investigation: alert.investigation,
  };
}

/** What became of denied visits stands on their investigations: nothing else of these is read. */
async function withCases(db: Database, alerts: readonly FoundAlert[]): Promise<FoundAlert[]> {
  const ids = alerts.flatMap(({ investigation }) => investigationIdOf(investigation ?? '') ?? []);
  if (ids.length === 0) return [...alerts];
  const states = await db.all<{ id: number; state: InvestigationState }>(
    sql`select id, state from investigations where id in (select value from json_each(${JSON.stringify(ids)}))`,
  );
  const byId = new Map(states.map(({ id, state }) => [id, state]));
  return alerts.map((alert) => ({
    ...alert,
    followed: byId.get(investigationIdOf(alert.investigation ?? '') ?? 0) ?? null,
  }));
}

async function found(db: Database, zone: string, where: SQL): Promise<FoundAlert[]> {
  const rows = await db.all<Row>(sql`select ${columns} where a.body ->> '$.alert' is not null and ${where}`);
  return withCases(
    db,
    rows.map((row) => foundOf(row, zone)),
  );
}

/** What somebody was asked about, newest first. */
export const alertsTo = (db: Database, zone: string, enrolleeId: string, limit: number) =>
  found(db, zone, sql`a.body ->> '$.alert.to' = ${enrolleeId} order by a.id desc limit ${limit}`);

/** One alert by its request's number; null: nobody was asked about that. */
export async function alertByNumber(db: Database, zone: string, number: string): Promise<FoundAlert | null> {
  const [one] = await found(db, zone, sql`a.id = ${authorizationIdOf(number) ?? 0}`);
  return one?.number === number ? one : null;
}

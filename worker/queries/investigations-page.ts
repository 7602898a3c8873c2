import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { authorizationIdOf } from '../../schema/domain/authorizations/authorization.ts';
import { claimIdOf } from '../../schema/domain/ids.ts';
import {
  type Investigation,
  type InvestigationState,
  investigationIdOf,
} from '../../schema/domain/investigations/investigation.ts';
import { authorizationOfRow, authorizations } from '../../schema/tables/tenant/authorizations.ts';
import { claimOfRow, claims } from '../../schema/tables/tenant/claims.ts';
import { investigationOfRow, investigations } from '../../schema/tables/tenant/risk.ts';
import type { Database } from './database.ts';
import { visitByNumber } from './visit-by-number.ts';

type Row = typeof investigations.$inferSelect;

const investigationOf = ({ body, ...row }: Row): Investigation => investigationOfRow(row, body);

/** One page of investigations in a state, newest first, and where the next one starts. */
export async function investigationsPage(
  db: Database,
  { state, before }: { state: InvestigationState; before: number | null },
  limit: number,
): Promise<{ rows: Investigation[]; next: number | null }> {
  const found = await db
    .select()
    .from(investigations)
    .where(and(eq(investigations.state, state), before === null ? undefined : lt(investigations.id, before)))
    .orderBy(desc(investigations.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit).map(investigationOf);
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** Whether there is an investigation of this id. */
export async function investigationIsThere(db: Database, id: number): Promise<boolean> {
  const [row] = await db
    .select({ id: investigations.id })
    .from(investigations)
    .where(eq(investigations.id, id));
  return row !== undefined;
}

/** One investigation with its check-in, claims and requests as they are now, in the order in which they came to it; null: there is none. */
export async function investigationWithClaims(db: Database, number: string) {
  const id = investigationIdOf(number);
  if (id === null) return null;
  const [row] = await db.select().from(investigations).where(eq(investigations.id, id));
  if (!row) return null;
  const investigation = investigationOf(row);
  const [claims, requests, visit] = await Promise.all([
    claimsWithin(db, investigation.claims),
    requestsWithin(db, investigation.authorizations),
    investigation.visit === undefined ? null : visitByNumber(db, investigation.visit),
  ]);
  return { investigation, claims, requests, visit };
}

async function claimsWithin(db: Database, numbers: readonly string[]) {
  const ids = numbers.flatMap((number) => claimIdOf(number) ?? []);
  const rows = await db.select().from(claims).where(inArray(claims.id, ids));
  const byNumber = new Map(rows.map((row) => [row.number, claimOfRow(row)]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

async function requestsWithin(db: Database, numbers: readonly string[]) {
  const ids = numbers.flatMap((number) => authorizationIdOf(number) ?? []);
  if (ids.length === 0) return [];
  const rows = await db.select().from(authorizations).where(inArray(authorizations.id, ids));
  const byNumber = new Map(
    rows.map(({ answerBy, nextAt, code, reference, ...row }) => [row.number, authorizationOfRow(row)]),
  );
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

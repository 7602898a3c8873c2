import { eq } from 'drizzle-orm';
import { type Authorization, authorizationIdOf } from '../../schema/domain/authorizations/authorization.ts';
import { authorizationOfRow, authorizations } from '../../schema/tables/tenant/authorizations.ts';
import type { Database } from './database.ts';

/** The whole request of a number, by its primary key. With `facilityId`, only one of that facility's. */
export async function authorizationByNumber(
  db: Database,
  number: string,
  facilityId?: string,
): Promise<Authorization | null> {
  const id = authorizationIdOf(number);
  if (id === null) return null;
  const [row] = await db.select().from(authorizations).where(eq(authorizations.id, id)).limit(1);
  if (row === undefined || row.number !== number) return null;
  if (facilityId !== undefined && row.facilityId !== facilityId) return null;
  const { answerBy: _, nextAt: __, code: ___, ...columns } = row;
  return authorizationOfRow(columns);
}

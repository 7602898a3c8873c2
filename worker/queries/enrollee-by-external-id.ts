import type { Client } from '@libsql/client/web';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import { alias } from 'drizzle-orm/sqlite-core';
import { enrollees } from '../../schema/tables/tenant/enrollees.ts';

const principals = alias(enrollees, 'principals');

/** An enrollee by their integrator's id, and that of the principal they depend on. */
export async function enrolleeByExternalId(
  tenant: Client,
  externalId: string,
): Promise<{ enrollee: typeof enrollees.$inferSelect; principalExternalId: string | null } | null> {
  const [row] = await drizzle(tenant)
    .select({ enrollee: enrollees, principalExternalId: principals.externalId })
    .from(enrollees)
    .leftJoin(principals, eq(principals.id, enrollees.principalId))
    .where(eq(enrollees.externalId, externalId));
  return row ?? null;
}

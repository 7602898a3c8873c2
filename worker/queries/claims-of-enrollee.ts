import { and, desc, eq, ne } from 'drizzle-orm';
import { claims } from '../../schema/tables/tenant/claims.ts';
import type { Database } from './database.ts';

/** Other claims of the person of one claim, latest service first, with their main diagnosis. */
export async function claimsOfEnrollee(
  db: Database,
  { enrolleeId, id }: { enrolleeId: string; id: number },
  limit: number,
) {
  const rows = await db
    .select({
      number: claims.number,
      state: claims.state,
      outcome: claims.outcome,
      facilityName: claims.facilityName,
      serviceDate: claims.serviceDate,
      encounterType: claims.encounterType,
      claimed: claims.claimed,
      approved: claims.approved,
      body: claims.body,
    })
    .from(claims)
    .where(and(eq(claims.enrolleeId, enrolleeId), ne(claims.id, id)))
    .orderBy(desc(claims.serviceDate), desc(claims.id))
    .limit(limit);
  return rows.map(({ body, ...row }) => ({ ...row, diagnosis: body.diagnoses[0]?.code ?? null }));
}

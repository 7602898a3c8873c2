import type { Client } from '@libsql/client/web';
import { and, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import { type ClaimRow, claimOfRow, claims } from '../../schema/tables/tenant/claims.ts';
import { enrollees } from '../../schema/tables/tenant/enrollees.ts';
import { links } from '../../schema/tables/tenant/network.ts';

/** A claim with the ids by which an integrator knows its facility and enrollee. */
export interface ClaimWithOrigin {
  claim: Claim;
  facilityExternalId: string | null;
  enrolleeExternalId: string | null;
}

/** What a query selects for a `ClaimWithOrigin`; it joins `links` and `enrollees`. */
export const originColumns = {
  claim: claims,
  facilityExternalId: links.externalId,
  enrolleeExternalId: enrollees.externalId,
};

/** Reads what `originColumns` selected. */
export function claimWithOrigin(row: Omit<ClaimWithOrigin, 'claim'> & { claim: ClaimRow }): ClaimWithOrigin {
  return { ...row, claim: claimOfRow(row.claim) };
}

/** One claim by its running number; with `facilityId` only if it is that facility's. */
export async function oneClaimWithOrigin(
  tenant: Client,
  asked: { id: number; facilityId: string | null },
): Promise<ClaimWithOrigin | null> {
  const own = asked.facilityId === null ? undefined : eq(claims.facilityId, asked.facilityId);
  const [row] = await drizzle(tenant)
    .select(originColumns)
    .from(claims)
    .leftJoin(links, eq(links.facilityId, claims.facilityId))
    .leftJoin(enrollees, eq(enrollees.id, claims.enrolleeId))
    .where(and(eq(claims.id, asked.id), own));
  return row ? claimWithOrigin(row) : null;
}

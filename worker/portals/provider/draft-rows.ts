import type { DraftRow } from '../../../views/provider/draft-list.tsx';
import { openDrafts } from '../../queries/open-drafts.ts';
import type { FacilityDesk } from './desk.ts';

/** The drafts to finish, as lists show them. */
export async function draftRows({ db, tenants }: FacilityDesk, limit: number): Promise<DraftRow[]> {
  const rows = await openDrafts(db, limit);
  return rows.map(({ id, body, authorName, savedAt }) => ({
    id,
    memberId: body.memberId,
    tenantName: tenants.find((tenant) => tenant.id === body.tenantId)?.name ?? null,
    lines: body.lines.length,
    authorName,
    savedAt,
  }));
}

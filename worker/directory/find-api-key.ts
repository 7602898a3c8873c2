import { and, eq, isNull } from 'drizzle-orm';
import type { Principal } from '../../schema/domain/permissions.ts';
import { apiKeys } from '../../schema/tables/directory/api-keys.ts';
import { organisations } from '../../schema/tables/directory/organisations.ts';
import type { Directory } from './directory.ts';
import type { ChosenOrganisation } from './session.ts';

/** Who acts with a key, and for whom; null where there is no such key, or it was revoked, or its organisation suspended. */
export async function findApiKey(
  directory: Directory,
  sent: { id: string; secretHash: string },
): Promise<{ principal: Principal; organisation: ChosenOrganisation } | null> {
  const [row] = await directory
    .select({
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      organisation: {
        kind: organisations.kind,
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
      },
    })
    .from(apiKeys)
    .innerJoin(
      organisations,
      and(
        eq(organisations.kind, apiKeys.kind),
        eq(organisations.id, apiKeys.organisationId),
        eq(organisations.state, 'ACTIVE'),
      ),
    )
    .where(and(eq(apiKeys.secretHash, sent.secretHash), eq(apiKeys.id, sent.id), isNull(apiKeys.revokedAt)));
  if (!row) return null;
  const { kind, id } = row.organisation;
  const principal: Principal = {
    id: sent.id,
    name: row.name,
    via: 'key',
    organisation: { kind, id },
    permissions: row.scopes,
  };
  return { principal, organisation: row.organisation };
}

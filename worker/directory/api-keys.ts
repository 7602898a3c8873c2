import { and, eq, isNull } from 'drizzle-orm';
import { keyHash } from '../../schema/api-key.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { apiKeys } from '../../schema/tables/directory/api-keys.ts';
import { organisations } from '../../schema/tables/directory/organisations.ts';
import type { Env } from '../env.ts';
import { openDirectory } from './directory.ts';
import type { ChosenOrganisation } from './session.ts';

/** Who acts with a key, and for whom. */
interface KeyHolder {
  principal: Principal;
  organisation: ChosenOrganisation;
}

/** Whose key this is; null where there is no such key, or it was revoked, or its organisation suspended. One indexed read. */
export async function authenticateKey(env: Env, key: string): Promise<KeyHolder | null> {
  if (!/^[\x21-\x7e]{20,200}$/.test(key)) return null;
  const directory = await openDirectory(env);
  const [row] = await directory
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      permissions: apiKeys.scopes,
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
    .where(and(eq(apiKeys.secretHash, keyHash(key)), isNull(apiKeys.revokedAt)));
  if (!row) return null;
  const { organisation, ...own } = row;
  const { kind, id } = organisation;
  return { principal: { ...own, via: 'key', organisation: { kind, id } }, organisation };
}

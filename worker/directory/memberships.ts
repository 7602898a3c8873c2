import { and, asc, eq } from 'drizzle-orm';
import type { Permission } from '../../schema/domain/permissions.ts';
import { memberships } from '../../schema/tables/directory/accounts.ts';
import { organisations } from '../../schema/tables/directory/organisations.ts';
import type { Directory } from './directory.ts';
import type { Membership } from './session.ts';

/** Where a person may enter, by name. */
export async function membershipsOf(directory: Directory, accountId: string): Promise<Membership[]> {
  return directory
    .select({
      organisation: {
        kind: organisations.kind,
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
      },
      roleName: memberships.roleName,
      permissions: memberships.permissions,
    })
    .from(memberships)
    .innerJoin(
      organisations,
      and(
        eq(organisations.kind, memberships.kind),
        eq(organisations.id, memberships.organisationId),
        eq(organisations.state, 'ACTIVE'),
      ),
    )
    .where(and(eq(memberships.accountId, accountId), eq(memberships.state, 'ACTIVE')))
    .orderBy(asc(organisations.name)) satisfies Promise<{ permissions: Permission[] }[]>;
}

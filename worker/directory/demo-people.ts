import { and, asc, eq } from 'drizzle-orm';
import type { OrganisationKind } from '../../schema/domain/permissions.ts';
import { accounts, memberships } from '../../schema/tables/directory/accounts.ts';
import { organisations } from '../../schema/tables/directory/organisations.ts';
import type { Directory } from './directory.ts';

/** One of the people of the demo. */
export interface DemoPerson {
  accountId: string;
  name: string;
  roleName: string;
  organisation: string;
  kind: OrganisationKind;
}

/** The people whom anybody may choose where the demo is on, one for each organisation they belong to. */
export async function demoPeople(directory: Directory): Promise<DemoPerson[]> {
  return directory
    .select({
      accountId: accounts.id,
      name: accounts.name,
      roleName: memberships.roleName,
      organisation: organisations.name,
      kind: memberships.kind,
    })
    .from(accounts)
    .innerJoin(memberships, and(eq(memberships.accountId, accounts.id), eq(memberships.state, 'ACTIVE')))
    .innerJoin(
      organisations,
      and(eq(organisations.kind, memberships.kind), eq(organisations.id, memberships.organisationId)),
    )
    .where(and(eq(accounts.demo, true), eq(accounts.state, 'ACTIVE')))
    .orderBy(asc(organisations.name), asc(accounts.name));
}

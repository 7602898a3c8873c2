import { and, eq, gt } from 'drizzle-orm';
import { accounts, memberships } from '../../schema/tables/directory/accounts.ts';
import { organisations } from '../../schema/tables/directory/organisations.ts';
import { sessions } from '../../schema/tables/directory/sessions.ts';
import type { Directory } from './directory.ts';
import type { Session } from './session.ts';
import { idle_ms } from './session-times.ts';

/**
 * The session of an id as it is now, in one indexed read: null once it was signed out, has expired or lain idle, or its
 * account was suspended. A membership that was suspended or ended is left out, and so is a suspended organisation.
 */
export async function readSession(directory: Directory, id: string, now: number): Promise<Session | null> {
  const [row] = await directory
    .select({
      accountId: accounts.id,
      name: accounts.name,
      email: accounts.email,
      seenAt: sessions.seenAt,
      roleName: memberships.roleName,
      permissions: memberships.permissions,
      organisation: {
        kind: organisations.kind,
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
      },
    })
    .from(sessions)
    .innerJoin(accounts, and(eq(accounts.id, sessions.accountId), eq(accounts.state, 'ACTIVE')))
    .leftJoin(
      memberships,
      and(
        eq(memberships.accountId, sessions.accountId),
        eq(memberships.kind, sessions.kind),
        eq(memberships.organisationId, sessions.organisationId),
        eq(memberships.state, 'ACTIVE'),
      ),
    )
    .leftJoin(
      organisations,
      and(
        eq(organisations.kind, sessions.kind),
        eq(organisations.id, sessions.organisationId),
        eq(organisations.state, 'ACTIVE'),
      ),
    )
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now), gt(sessions.seenAt, now - idle_ms)));
  if (!row) return null;
  const { organisation, roleName, permissions, ...person } = row;
  const chosen = organisation && roleName !== null && permissions !== null;
  return { id, ...person, membership: chosen ? { organisation, roleName, permissions } : null };
}

import type { Row } from '@libsql/client/web';
import { portalIdOf } from '../../schema/domain/members/portal-id.ts';
import { enrolleePermissions, type OrganisationRef } from '../../schema/domain/permissions.ts';
import type { Statement } from './store.ts';

/** The people of these ids, a JSON list, with the account of their portal. */
export const portalAccounts = (ids: string): Statement => ({
  sql: `select id, member_id, first_name || ' ' || last_name as name, body ->> '$.portal.accountId' as account_id,
      body ->> '$.portal.state' as state
    from enrollees where id in (select value from json_each(?)) and body ->> '$.portal' is not null`,
  args: [ids],
});

/**
 * A covered person as the directory knows them: an organisation of one, of which their account is the only member. The account
 * was made when they activated it.
 */
export function portalMembership(tenant: OrganisationRef, person: Row): Statement[] {
  const id = portalIdOf({ tenantId: tenant.id, enrolleeId: String(person.id) });
  const account = String(person.account_id);
  return [
    {
      sql: `insert into organisations (kind, id, slug, name, profile) select 'enrollee', ?, null, ?, ? where {guard}
        on conflict (kind, id) do update set name = excluded.name`,
      args: [
        id,
        String(person.name),
        JSON.stringify({ tenantId: tenant.id, memberId: String(person.member_id) }),
      ],
    },
    {
      sql: "update memberships set state = 'SUSPENDED' where kind = 'enrollee' and organisation_id = ? and account_id <> ? and {guard}",
      args: [id, account],
    },
    {
      sql: `insert into memberships (account_id, kind, organisation_id, role_key, role_name, permissions, state)
        select ?, 'enrollee', ?, 'enrollee', 'Enrollee', ?, ? where exists (select 1 from accounts where id = ?) and {guard}
        on conflict do update set permissions = excluded.permissions, state = excluded.state`,
      args: [account, id, JSON.stringify(enrolleePermissions), String(person.state), account],
    },
  ];
}

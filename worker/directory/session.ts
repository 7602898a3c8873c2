import type { Moment } from '../../schema/domain/dates.ts';
import type { OrganisationKind, Permission } from '../../schema/domain/permissions.ts';

/** The organisation a session or key acts for. `slug` is a tenant's short name in addresses. */
export interface ChosenOrganisation {
  kind: OrganisationKind;
  id: string;
  slug: string | null;
  name: string;
}

/** What a person may do in the organisation they have chosen. */
export interface Membership {
  organisation: ChosenOrganisation;
  roleName: string;
  permissions: readonly Permission[];
}

/** A signed-in person. `membership` is null until they have chosen an organisation, or when they may no longer enter it. */
export interface Session {
  id: string;
  accountId: string;
  name: string;
  email: string;
  seenAt: Moment;
  membership: Membership | null;
}

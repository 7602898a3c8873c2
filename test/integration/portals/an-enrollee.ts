import type { TenantCommand } from '../../../schema/commands.ts';
import { portalIdOf } from '../../../schema/domain/members/portal-id.ts';
import { enrolleePermissions, type Principal } from '../../../schema/domain/permissions.ts';
import { ngoziAde } from '../../support/ngozi-ade.ts';
import { cookieOf, password, post } from '../directory/people.ts';
import { account, command } from '../isolation/machine.ts';

/** A covered person with a portal of their own, signed in. */
export interface SignedInEnrollee {
  memberId: string;
  enrolleeId: string;
  /** names them as an organisation: in sessions, and for their actor */
  portalId: string;
  cookie: string;
  principal: Principal;
  email: string;
}

type Enrolment = Extract<TenantCommand, { type: 'PutEnrollee' }>['input'];

/** Enrols somebody at a tenant; answers their member id. */
export async function enrolled(
  tenant: { id: string },
  own: Partial<Enrolment> & Pick<Enrolment, 'clientCode'>,
): Promise<string> {
  const input = {
    relation: 'principal',
    ...ngoziAde,
    ...own,
  } as const;
  const [outcome] = await command({ kind: 'tenant', id: tenant.id }, [{ type: 'PutEnrollee', input }]);
  return String(outcome?.memberId);
}

/** Gives somebody who is enrolled an account of their own, and signs them in with it. */
export async function anEnrollee(tenant: { id: string }, memberId: string): Promise<SignedInEnrollee> {
  const own = await account(memberId, password);
  const input = { memberId, accountId: own.id, email: own.email, state: 'ACTIVE' } as const;
  const [outcome] = await command({ kind: 'tenant', id: tenant.id }, [{ type: 'PutPortalAccount', input }]);
  const enrolleeId = String(outcome?.enrolleeId);
  const portalId = portalIdOf({ tenantId: tenant.id, enrolleeId });
  const signedIn = await post('/sign-in', { email: own.email, password });
  const principal: Principal = {
    id: own.id,
    name: memberId,
    via: 'session',
    organisation: { kind: 'enrollee', id: portalId },
    permissions: enrolleePermissions,
  };
  return { memberId, enrolleeId, portalId, cookie: cookieOf(signedIn), principal, email: own.email };
}

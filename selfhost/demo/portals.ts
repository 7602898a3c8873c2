import type { TenantCommand } from '../../schema/commands.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Door } from '../door.ts';
import { bySystem } from './by-system.ts';
import type { DemoEnrollee } from './enrollees.ts';
import { demoId } from './organisations.ts';
import { organisationOf } from './principals.ts';

/** Covered people of the demo who have a portal of their own: a mother of two with a spouse, on Silver, with claims of all of them. */
const demoPortals = [{ accountId: demoId(124), externalId: 'kest-009' }] as const;

/** Somebody's account of their own portal. */
export interface DemoPortal {
  accountId: string;
  externalId: string;
  name: string;
  email: string;
}

/** Who of these has a portal of their own, by name and address. */
export function portalsAmong(enrollees: readonly DemoEnrollee[]): DemoPortal[] {
  return demoPortals.flatMap((portal) => {
    const person = enrollees.find(({ externalId }) => externalId === portal.externalId);
    if (!person?.email) return [];
    return [{ ...portal, name: `${person.firstName} ${person.lastName}`, email: person.email }];
  });
}

/** Gives them the accounts that were made for them. */
export async function seedPortals(
  door: Door,
  at: Moment,
  portals: readonly DemoPortal[],
  memberIds: ReadonlyMap<string, string>,
): Promise<void> {
  const sent = portals.map(({ accountId, externalId, email }) =>
    bySystem<TenantCommand>(at, `portal-${externalId}`, {
      type: 'PutPortalAccount',
      input: { memberId: memberIds.get(externalId) ?? '', accountId, email, state: 'ACTIVE' },
    }),
  );
  await door.send(organisationOf('meridian'), sent);
}

import type { Client } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import { decideEnrolment } from '../../../../schema/domain/members/enrolment.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import type { PutEnrollee } from '../../../../schema/forms/put-enrollee.ts';
import { facilityIdByExternalId, personBy } from '../../../queries/person.ts';
import { tenantToday } from '../../../queries/tenant-today.ts';

const named = (id: string | undefined, has: string | null) => id === undefined || id === has;

/**
 * Whether somebody is already as a PUT says: then nothing is sent and nothing written. Asked of the same decision as the
 * actor makes; what it would need to know of plans and families matters only where something is to change.
 */
export async function saysNothingNew(
  tenant: Client,
  externalId: string,
  form: PutEnrollee,
): Promise<boolean> {
  const [found, today, facilityId] = await Promise.all([
    personBy(tenant, { externalId }),
    tenantToday(drizzle(tenant)),
    form.primaryFacilityExternalId === undefined
      ? null
      : facilityIdByExternalId(tenant, form.primaryFacilityExternalId),
  ]);
  if (!found) return false;
  const { person: before, principal, client } = found;
  const agree =
    named(form.principalExternalId, principal?.externalId ?? null) &&
    named(form.principalMemberId, principal?.memberId ?? null);
  const decided = decideEnrolment(form, {
    today,
    at: Date.now(),
    may: () => true,
    before,
    named: before,
    principal: agree ? principal : null,
    client,
    plan: null,
    family: [],
    facilityId,
  });
  return !isRefusal(decided) && decided.outcome === 'unchanged';
}

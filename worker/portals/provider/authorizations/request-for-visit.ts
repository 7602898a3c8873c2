import type { Context } from 'hono';
import type { RequestEntry } from '../../../../views/authorizations/request-entry.ts';
import type { AppEnv } from '../../../env.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { enrolleeById } from '../../../queries/enrollee-by-id.ts';
import { visitByNumber } from '../../../queries/visit-by-number.ts';
import type { FacilityDesk } from '../desk.ts';
import { blankRequest } from './open-request.ts';

/** A request for whoever was checked in, with all filled in that is known; null: no visit of this facility is meant. */
export async function requestForVisit(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  visit: string | undefined,
): Promise<RequestEntry | null> {
  const [tenantId, number = ''] = (visit ?? '').split(':');
  const tenant = desk.tenants.find(({ id }) => id === tenantId);
  if (!tenant) return null;
  const db = tenantDatabase(c.env, tenant.id);
  const found = await visitByNumber(db, number);
  if (found?.facilityId !== c.var.organisation.id) return null;
  const person = await enrolleeById(db, found.enrolleeId);
  const { body, typed } = blankRequest(desk);
  const who = { tenantId: tenant.id, memberId: found.memberId, birthDate: person?.birthDate ?? '' };
  return { body: { ...body, ...who }, typed };
}

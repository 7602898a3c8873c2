import type { Client } from '@libsql/client/web';
import type { EnrolleeView } from '../../../../schema/api/network-views.ts';
import { enrolleeByExternalId } from '../../../queries/enrollee-by-external-id.ts';
import { viewOfEnrollee } from './view-of-enrollee.ts';

/** The enrollee as they stand, in the API's words; null where there is none. */
export async function readEnrollee(tenant: Client, externalId: string): Promise<EnrolleeView | null> {
  const found = await enrolleeByExternalId(tenant, externalId);
  if (!found) return null;
  const { enrollee, principalExternalId } = found;
  return viewOfEnrollee(enrollee.memberId, { ...enrollee, externalId, principalExternalId });
}

import type { Client } from '@libsql/client/web';
import { type ServiceView, serviceView } from '../../../../schema/api/network-views.ts';
import { serviceByExternalId } from '../../../queries/service-by-external-id.ts';
import { viewOfService } from './view-of-service.ts';

/** The service as it stands, in the API's words; null where there is none. */
export async function readService(tenant: Client, externalId: string): Promise<ServiceView | null> {
  const found = await serviceByExternalId(tenant, externalId);
  if (!found) return null;
  const { unit, ...service } = found.service;
  const kind = serviceView.pick({ unit: true }).parse({ unit });
  return viewOfService({ ...service, ...kind, externalId }, found.currency);
}

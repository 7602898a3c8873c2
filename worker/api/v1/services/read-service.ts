import type { Client } from '@libsql/client/web';
import { type ServiceView, serviceView } from '../../../../schema/api/network-views.ts';
import { serviceByExternalId } from '../../../queries/service-by-external-id.ts';
import { viewOfService } from './view-of-service.ts';

/** The service as it stands, in the API's words; null where there is none. */
export async function readService(tenant: Client, externalId: string): Promise<ServiceView | null> {
  const found = await serviceByExternalId(tenant, externalId);
  if (!found) return null;
  const { code, name, group, unit, price, active } = found.service;
  const kind = serviceView.pick({ group: true, unit: true }).parse({ group, unit });
  return viewOfService({ externalId, code, name, ...kind, price, active }, found.currency);
}

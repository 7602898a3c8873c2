import { type Call, form } from './call.ts';
import type { World } from './world.ts';

const shown = { shows: 'tenant' } as const;
const shownToFacility = { shows: 'facility' } as const;

/** How to call the network's pages, of the staff and of a facility. */
export function networkCalls({ tenant, facility, insurer }: World): Record<string, Call> {
  const root = `/${tenant.slug}`;
  const staff = (path: string, more: Partial<Call> = {}): Call => ({
    area: 'staff',
    path,
    refused: [404],
    ...more,
  });
  const api = (path: string, more: Partial<Call> = {}): Call => ({ area: 'api', path, ...more });
  const own = (path: string, more: Partial<Call> = {}): Call => ({ area: 'provider', path, ...more });
  const named = (path: string, more: Partial<Call> = {}): Call => own(path, { refused: [404], ...more });
  return {
    // The same external id names a facility of its own for another tenant, which the walk has put by then.
    'GET /v1/tariffs/:tariff': api('/v1/tariffs/clinic-1'),
    'PUT /v1/tariffs/:tariff': api('/v1/tariffs/clinic-1', {
      body: JSON.stringify({
        currency: 'NGN',
        prices: [{ service: 'consultation', from: '2030-01-01', price: 1 }],
      }),
      headers: { 'content-type': 'application/json' },
    }),
    'GET /:tenant/providers': staff(`${root}/providers`, shown),
    'GET /:tenant/providers/directory': staff(`${root}/providers/directory?q=nobody`),
    'GET /:tenant/providers/:facility': staff(`${root}/providers/${facility.id}`, shown),
    'POST /:tenant/providers/:facility/steps': staff(`${root}/providers/${facility.id}/steps`, {
      body: form({ verb: 'end', version: '1', reason: 'So.' }),
    }),
    'POST /:tenant/providers/:facility/papers': staff(`${root}/providers/${facility.id}/papers`, {
      body: form({ licenceUntil: '2030-01-01' }),
    }),
    'GET /:tenant/tariffs/:tariff': staff(`${root}/tariffs/standard`, shown),
    'GET /:tenant/tariffs/:tariff/file': staff(`${root}/tariffs/standard/file`, shown),
    'GET /:tenant/tariffs/:tariff/services/:service': staff(
      `${root}/tariffs/standard/services/consultation`,
      shown,
    ),
    'POST /:tenant/tariffs/:tariff/prices': staff(`${root}/tariffs/standard/prices`, {
      body: form({ service: 'consultation', from: '2030-01-01', price: '1' }),
    }),
    'GET /provider/network': own('/provider/network', shownToFacility),
    // The directory of insurers is for every facility: what it lists is no secret.
    'GET /provider/network/directory': own('/provider/network/directory?q=nobody'),
    'GET /provider/network/:tenant': own(`/provider/network/${insurer.id}`),
    'POST /provider/network/:tenant/steps': named(`/provider/network/${tenant.id}/steps`, {
      body: form({ verb: 'end', version: '1', reason: 'So.' }),
    }),
    'GET /provider/network/:tenant/tariff': named(`/provider/network/${tenant.id}/tariff`, shownToFacility),
    'GET /provider/network/:tenant/tariff/file': named(
      `/provider/network/${tenant.id}/tariff/file`,
      shownToFacility,
    ),
  };
}

import { type Call, form } from './call.ts';
import type { World } from './world.ts';

const shown = { shows: 'tenant' } as const;
/** The member id of the one person the victims have. */
const memberId = 'ZEBU-ZEBC-00001-P';

/** How to call the pages of clients and enrollees. */
export function memberCalls({ tenant }: World): Record<string, Call> {
  const root = `/${tenant.slug}`;
  const staff = (path: string, more: Partial<Call> = {}): Call => ({
    area: 'staff',
    path,
    refused: [404],
    ...more,
  });
  return {
    'GET /:tenant/clients': staff(`${root}/clients`, shown),
    'GET /:tenant/clients/new': staff(`${root}/clients/new`, shown),
    'POST /:tenant/clients/new': staff(`${root}/clients/new`, { body: form({ code: 'OWN', name: 'Own' }) }),
    'GET /:tenant/clients/:code': staff(`${root}/clients/ZEBC`, shown),
    'GET /:tenant/clients/:code/edit': staff(`${root}/clients/ZEBC/edit`, shown),
    'POST /:tenant/clients/:code/edit': staff(`${root}/clients/ZEBC/edit`, { body: form({ name: 'Own' }) }),
    'GET /:tenant/clients/:code/cover': staff(`${root}/clients/ZEBC/cover`, shown),
    'POST /:tenant/clients/:code/cover': staff(`${root}/clients/ZEBC/cover`, {
      body: form({ change: 'suspend', from: '2099-01-01', reason: 'Away' }),
    }),
    'GET /:tenant/enrollees': staff(`${root}/enrollees`, shown),
    'GET /:tenant/enrollees/new': staff(`${root}/enrollees/new?principal=${memberId}`, shown),
    'POST /:tenant/enrollees/new': staff(`${root}/enrollees/new`, { body: form({ firstName: 'Own' }) }),
    'GET /:tenant/enrollees/:member': staff(`${root}/enrollees/${memberId}`, shown),
    'GET /:tenant/enrollees/:member/edit': staff(`${root}/enrollees/${memberId}/edit`, shown),
    'POST /:tenant/enrollees/:member/edit': staff(`${root}/enrollees/${memberId}/edit`, {
      body: form({ firstName: 'Own' }),
    }),
    'GET /:tenant/enrollees/:member/cover': staff(`${root}/enrollees/${memberId}/cover`, shown),
    'POST /:tenant/enrollees/:member/cover': staff(`${root}/enrollees/${memberId}/cover`, {
      body: form({ change: 'suspend', from: '2099-01-01', reason: 'Away' }),
      wanting: {
        'enrollee.terminate': { body: form({ change: 'terminate', from: '2099-01-01', reason: 'Left' }) },
      },
    }),
    'GET /:tenant/enrollees/:member/plan': staff(`${root}/enrollees/${memberId}/plan`, shown),
    'POST /:tenant/enrollees/:member/plan': staff(`${root}/enrollees/${memberId}/plan`, {
      body: form({ plan: 'CARE' }),
    }),
    'GET /:tenant/enrollees/:member/primary-facility': staff(
      `${root}/enrollees/${memberId}/primary-facility`,
      shown,
    ),
    'POST /:tenant/enrollees/:member/primary-facility': staff(
      `${root}/enrollees/${memberId}/primary-facility`,
      {
        body: form({ facilityId: 'none' }),
      },
    ),
  };
}

import { apiCall, type Call, form, json, post, put } from './call.ts';
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
    'POST /:tenant/enrollees/:member/asked/:request': staff(`${root}/enrollees/${memberId}/asked/request-1`, {
      body: form({ answer: 'decline', reason: 'No' }),
    }),
    'POST /:tenant/enrollees/:member/invitations': staff(`${root}/enrollees/${memberId}/invitations`, {
      body: form(),
    }),
    'POST /:tenant/enrollees/:member/primary-facility': staff(
      `${root}/enrollees/${memberId}/primary-facility`,
      {
        body: form({ facilityId: 'none' }),
      },
    ),
  };
}

const enrollee = {
  clientCode: 'INDV',
  firstName: 'Own',
  lastName: 'Person',
  birthDate: '1990-01-01',
  sex: 'male',
  coverFrom: '2026-01-01',
};

/** How to call the API of clients and enrollees. What names a person comes before the call that makes one of that name. */
export function memberApiCalls(): Record<string, Call> {
  return {
    'GET /v1/enrollees': apiCall('/v1/enrollees?client=ZEBC', shown),
    'POST /v1/enrollees/:externalId/cover': apiCall('/v1/enrollees/person-1/cover', {
      body: json({ change: 'suspend', from: '2099-01-01', reason: 'Away' }),
      headers: post(),
      refused: [404],
      wanting: {
        'enrollee.terminate': { body: json({ change: 'terminate', from: '2099-01-01', reason: 'Left' }) },
      },
    }),
    'POST /v1/enrollees/:externalId/plan-moves': apiCall('/v1/enrollees/person-1/plan-moves', {
      body: json({ plan: 'CARE' }),
      headers: post(),
      refused: [404],
    }),
    'GET /v1/enrollees/:externalId': apiCall('/v1/enrollees/person-1', { ...shown, refused: [404] }),
    'PUT /v1/enrollees/:externalId': apiCall('/v1/enrollees/person-1', {
      body: json(enrollee),
      headers: put,
      wanting: { 'enrollee.create': { path: '/v1/enrollees/person-new' } },
    }),
    'GET /v1/clients/:code': apiCall('/v1/clients/ZEBC', { ...shown, refused: [404] }),
    'PUT /v1/clients/:code': apiCall('/v1/clients/ZEBC', {
      body: json({ name: 'Own' }),
      headers: put,
      wanting: { 'client.create': { path: '/v1/clients/ZEBN' } },
    }),
  };
}

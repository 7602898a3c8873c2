import { apiCall, type Call, json, post, staffCall } from './call.ts';
import type { World } from './world.ts';

/** Requests for permission, in both portals. */
export const authorizationCalls = ({ tenant }: World): Record<string, Call> => {
  const root = `/${tenant.slug}/authorizations`;
  return {
    'GET /:tenant/authorizations': staffCall(root),
  };
};

/** Requests for permission, by the API. */
export const authorizationApiCalls = ({ requested }: World): Record<string, Call> => {
  const one = `/v1/authorizations/${requested}`;
  const asked = {
    memberId: 'ZEBU-ZEBC-00001-P',
    birthDate: '1990-05-17',
    facilityExternalId: 'clinic-1',
    encounterType: 'outpatient',
    urgency: 'ROUTINE',
    serviceDate: '2026-12-24',
    diagnoses: [{ code: 'B50.9' }],
    lines: [{ service: 'consultation', quantity: 1, unitPrice: 1 }],
    currency: 'NGN',
  };
  const shown = { shows: 'tenant' } as const;
  return {
    'GET /v1/authorizations': apiCall('/v1/authorizations', shown),
    'POST /v1/authorizations': apiCall('/v1/authorizations', {
      body: json(asked),
      headers: post(),
      refused: [404, 422],
    }),
    'GET /v1/authorizations/:number': apiCall(one, { ...shown, refused: [404] }),
    'POST /v1/authorizations/:number/answers': apiCall(`${one}/answers`, {
      body: json({ answer: 'Because.' }),
      headers: post(),
      refused: [404],
    }),
    'POST /v1/authorizations/:number/cancellations': apiCall(`${one}/cancellations`, {
      body: json({}),
      headers: post(),
      refused: [404],
    }),
  };
};

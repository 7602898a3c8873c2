import { apiCall, type Call, form, json, post, staffCall } from './call.ts';
import type { World } from './world.ts';

const filing = { go: 'check', urgency: 'ROUTINE', encounterType: 'outpatient' };

/** Requests for permission, in the staff's portal. */
const staffPages = ({ tenant, requested }: World): Record<string, Call> => {
  const root = `/${tenant.slug}/authorizations`;
  const shown = { shows: 'tenant' } as const;
  const on = (rest: string, fields: Record<string, string>) =>
    staffCall(`${root}/${requested}/${rest}`, { body: form({ version: '2', ...fields }) });
  return {
    'GET /:tenant/authorizations': staffCall(root, shown),
    'GET /:tenant/authorizations/new': staffCall(`${root}/new`, shown),
    'POST /:tenant/authorizations/new': staffCall(`${root}/new`, { ...shown, body: form(filing) }),
    'POST /:tenant/authorizations/new/assessment': staffCall(`${root}/new/assessment`, {
      body: form(filing),
    }),
    'GET /:tenant/authorizations/rules': staffCall(`${root}/rules`),
    'GET /:tenant/authorizations/rules/:rule': staffCall(`${root}/rules/new`),
    'POST /:tenant/authorizations/rules/:rule': staffCall(`${root}/rules/new`, {
      body: form({ go: 'save', name: 'Own' }),
    }),
    'GET /:tenant/settings/authorizations': staffCall(`/${tenant.slug}/settings/authorizations`),
    'POST /:tenant/settings/authorizations': staffCall(`/${tenant.slug}/settings/authorizations`, {
      body: form({ validDays: '1' }),
    }),
    'GET /:tenant/authorizations/:number': staffCall(`${root}/${requested}`, shown),
    'POST /:tenant/authorizations/:number/decisions': on('decisions', {
      outcome: 'reject',
      'reasons.0': '50',
      sentence: 'No.',
    }),
    'POST /:tenant/authorizations/:number/proposal/confirmations': on('proposal/confirmations', {}),
    'POST /:tenant/authorizations/:number/proposal/declines': on('proposal/declines', { sentence: 'No.' }),
    'POST /:tenant/authorizations/:number/extensions': on('extensions', { validTo: '2026-12-31' }),
    'POST /:tenant/authorizations/:number/discharges': on('discharges', { dischargedOn: '2026-12-01' }),
    'POST /:tenant/authorizations/:number/appeals/:n/decisions': on('appeals/1/decisions', {
      outcome: 'reject',
      'reasons.0': '50',
      sentence: 'No.',
    }),
    'GET /:tenant/authorizations/:number/files/:file': staffCall(`${root}/${requested}/files/none-there`, {
      absent: true,
    }),
    'GET /:tenant/authorizations/:number/files/:file/thumbnail': staffCall(
      `${root}/${requested}/files/none-there/thumbnail`,
      { absent: true },
    ),
  };
};

/** Requests for permission, in the facility's portal. */
const facilityPages = ({ tenant, requested }: World): Record<string, Call> => {
  const root = '/provider/authorizations';
  const one = `${root}/${tenant.id}/${requested}`;
  const own = (path: string, more: Partial<Call> = {}): Call => ({ area: 'provider', path, ...more });
  const named = (path: string, more: Partial<Call> = {}): Call => own(path, { refused: [404], ...more });
  const shown = { shows: 'facility' } as const;
  const asked = { ...filing, tenantId: tenant.id, memberId: 'ZEBU-ZEBC-00001-P', birthDate: '1990-05-17' };
  return {
    'GET /provider/authorizations': own(root, shown),
    'GET /provider/authorizations/new': own(`${root}/new`, shown),
    'POST /provider/authorizations/new': own(`${root}/new`, { ...shown, body: form(asked) }),
    'POST /provider/authorizations/new/assessment': own(`${root}/new/assessment`, {
      ...shown,
      body: form(asked),
    }),
    'GET /provider/authorizations/:tenant/:number': named(one, shown),
    'POST /provider/authorizations/:tenant/:number/answers': named(`${one}/answers`, {
      body: form({ answer: 'Because.' }),
    }),
    'POST /provider/authorizations/:tenant/:number/cancellations': named(`${one}/cancellations`, {
      body: form(),
    }),
    'POST /provider/authorizations/:tenant/:number/discharges': named(`${one}/discharges`, {
      body: form({ version: '2', dischargedOn: '2026-12-01' }),
    }),
    'POST /provider/authorizations/:tenant/:number/appeals': named(`${one}/appeals`, {
      body: form({ text: 'Look again.' }),
    }),
    'GET /provider/authorizations/:tenant/:number/files/:file': named(`${one}/files/none-there`, {
      absent: true,
    }),
    'GET /provider/authorizations/:tenant/:number/files/:file/thumbnail': named(
      `${one}/files/none-there/thumbnail`,
      { absent: true },
    ),
  };
};

/** Requests for permission, in both portals. */
export const authorizationCalls = (world: World): Record<string, Call> => ({
  ...staffPages(world),
  ...facilityPages(world),
});

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
    'POST /v1/authorizations/:number/appeals': apiCall(`${one}/appeals`, {
      body: json({ text: 'Look again.' }),
      headers: post(),
      refused: [404],
    }),
    'POST /v1/authorizations/:number/discharges': apiCall(`${one}/discharges`, {
      body: json({ version: 2, dischargedOn: '2026-12-01' }),
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

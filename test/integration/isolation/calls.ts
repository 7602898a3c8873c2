import { freshId } from '../../../worker/command.ts';
import { authorizationApiCalls, authorizationCalls } from './authorization-calls.ts';
import { apiCall, type Call, form, json, post, put, staffCall } from './call.ts';
import { fileCalls } from './file-calls.ts';
import { limitCalls } from './limit-calls.ts';
import { meCalls } from './me-calls.ts';
import { memberApiCalls, memberCalls } from './member-calls.ts';
import { networkCalls } from './network-calls.ts';
import { pileCalls } from './pile-calls.ts';
import { planCalls } from './plan-calls.ts';
import { riskCalls } from './risk-calls.ts';
import { visitCalls } from './visit-calls.ts';
import type { World } from './world.ts';

const file = () => ({ 'content-type': 'text/csv', 'idempotency-key': freshId() });
const services = { asks: 'service.update' } as const;
const stream = { accept: 'text/event-stream' };

const publicCalls = (world: World): Record<string, Call> => ({
  'GET /': { area: 'public', path: '/' },
  'GET /assets/:name': { area: 'public', path: '/assets/none.css' },
  'GET /docs': { area: 'public', path: '/docs' },
  'GET /health': { area: 'public', path: '/health' },
  'GET /sign-in': { area: 'public', path: '/sign-in' },
  'POST /sign-in': {
    area: 'public',
    path: '/sign-in',
    body: form({ email: 'x@people.example', password: 'x' }),
  },
  'POST /sign-in/demo': {
    area: 'public',
    path: '/sign-in/demo',
    body: form({ account: world.tenant.principal.id }),
  },
  'GET /activate/:portal/:secret': { area: 'public', path: '/activate/some.body/secret' },
  'POST /activate/:portal/:secret': {
    area: 'public',
    path: `/activate/${world.enrollee.portalId}/secret`,
    body: form({ birthDate: '1990-05-17' }),
  },
  'GET /organisations': { area: 'public', path: '/organisations' },
  'POST /organisations': {
    area: 'public',
    path: '/organisations',
    body: form({ organisation: world.tenant.id }),
  },
  'GET /v1/openapi.json': { area: 'public', path: '/v1/openapi.json' },
  'POST /internal/accounts': { area: 'machine', path: '/internal/accounts', body: '{}', headers: put },
  'POST /internal/commands': { area: 'machine', path: '/internal/commands', body: '{}', headers: put },
  'POST /internal/judgements': { area: 'machine', path: '/internal/judgements', body: '{}', headers: put },
  'POST /internal/views': { area: 'machine', path: '/internal/views', body: '{}', headers: put },
  'GET /live': { area: 'live', path: `/live?see=queue,claim:${world.queried}&since=0`, headers: stream },
  'GET /live/events': { area: 'live', path: `/live/events?see=queue,claims&since=0`, headers: stream },
});

const entryCalls = ({ tenant }: World): Record<string, Call> => {
  const call: Call = { area: 'staff', path: `/${tenant.slug}/claims/new`, refused: [404], shows: 'tenant' };
  return {
    'GET /:tenant/claims/new': call,
    'POST /:tenant/claims/new': { ...call, body: form({ go: 'check' }) },
  };
};

const staffCalls = ({ tenant, queried, waiting }: World): Record<string, Call> => {
  const root = `/${tenant.slug}`;
  const on = (number: string, rest: string) => `${root}/claims/${number}/${rest}`;
  const shown = { shows: 'tenant' } as const;
  return {
    'GET /:tenant': staffCall(root, shown),
    'GET /:tenant/claims': staffCall(`${root}/claims`, shown),
    'GET /:tenant/claims/filters': staffCall(`${root}/claims/filters`, shown),
    'GET /:tenant/claims/:number/standing': staffCall(on(queried, 'standing'), shown),
    'GET /:tenant/claims/:number': staffCall(`${root}/claims/${queried}`, shown),
    'POST /:tenant/claims/:number/receipts': staffCall(on(waiting, 'receipts'), { body: form() }),
    'POST /:tenant/claims/:number/lease': staffCall(on(waiting, 'lease'), { body: form() }),
    'POST /:tenant/claims/:number/lease/renewals': staffCall(on(queried, 'lease/renewals'), { body: form() }),
    'POST /:tenant/claims/:number/lease/release': staffCall(on(queried, 'lease/release'), { body: form() }),
    'POST /:tenant/claims/:number/decisions': staffCall(on(queried, 'decisions'), {
      body: form({ outcome: 'reject', 'reasons.0': '45', sentence: 'No.', version: '3' }),
    }),
    'POST /:tenant/claims/:number/reopenings': staffCall(on(queried, 'reopenings'), {
      body: form({ reason: 'Ours now', version: '3' }),
    }),
    'GET /:tenant/settings/queue': staffCall(`${root}/settings/queue`, shown),
    'POST /:tenant/settings/queue': staffCall(`${root}/settings/queue`, {
      body: form({ highValue: '1.00' }),
    }),
    'GET /:tenant/queue-views': staffCall(`${root}/queue-views`, shown),
    'POST /:tenant/queue-views': staffCall(`${root}/queue-views`, {
      body: form({ name: 'Mine', query: 'risk=60' }),
    }),
    'POST /:tenant/queue-views/:view': staffCall(`${root}/queue-views/none-there`, {
      body: form({ name: 'Mine' }),
    }),
    'POST /:tenant/queue-views/:view/removals': staffCall(`${root}/queue-views/none-there/removals`, {
      body: form(),
    }),
    'POST /:tenant/claims/next': staffCall(`${root}/claims/next`, { body: form() }),
    'GET /:tenant/notices': staffCall(`${root}/notices`, shown),
    'POST /:tenant/notices': staffCall(`${root}/notices`, { body: form({ seq: '1' }) }),
    'GET /:tenant/eligibility': staffCall(
      `${root}/eligibility?member=ZEBU-ZEBC-00001-P&on=2026-11-03`,
      shown,
    ),
    'GET /:tenant/settings/channels': staffCall(`${root}/settings/channels`),
    'POST /:tenant/settings/channels': staffCall(`${root}/settings/channels`, { body: form() }),
    'GET /:tenant/settings/claims': staffCall(`${root}/settings/claims`, shown),
    'POST /:tenant/settings/claims': staffCall(`${root}/settings/claims`, {
      body: form({ filingWindowDays: '30', name: 'Own' }),
    }),
    'GET /:tenant/settings/api-keys': staffCall(`${root}/settings/api-keys`, shown),
    'POST /:tenant/settings/api-keys': staffCall(`${root}/settings/api-keys`, {
      body: form({ name: 'Stolen', scopes: 'claim.view' }),
    }),
    'POST /:tenant/settings/api-keys/:key/revocations': staffCall(
      `${root}/settings/api-keys/some-key/revocations`,
      { body: form() },
    ),
  };
};

const providerCalls = ({ tenant, queried, draft }: World): Record<string, Call> => {
  const claim = `/provider/claims/${tenant.id}/${queried}`;
  const own = (path: string, more: Partial<Call> = {}): Call => ({ area: 'provider', path, ...more });
  const named = (path: string, more: Partial<Call> = {}): Call => own(path, { refused: [404], ...more });
  const shown = { shows: 'facility' } as const;
  return {
    'GET /provider': own('/provider', shown),
    'GET /provider/claims': own('/provider/claims', shown),
    'GET /provider/claims/:tenant/:number': named(claim, shown),
    'POST /provider/claims/:tenant/:number/answers': named(`${claim}/answers`, {
      body: form({ answer: 'Because.' }),
    }),
    'POST /provider/claims/:tenant/:number/withdrawals': named(`${claim}/withdrawals`, { body: form() }),
    'POST /provider/claims/:tenant/:number/replacements': named(`${claim}/replacements`, { body: form() }),
    'GET /provider/drafts': own('/provider/drafts', shown),
    'POST /provider/drafts': own('/provider/drafts', { body: form() }),
    'GET /provider/drafts/:draft/:step': named(`/provider/drafts/${draft}/patient`, shown),
    'POST /provider/drafts/:draft/:step': named(`/provider/drafts/${draft}/patient`, {
      body: form({ version: '1' }),
    }),
    'POST /provider/drafts/:draft/discard': named(`/provider/drafts/${draft}/discard`, { body: form() }),
    // Only a way back to the draft's own address, which is then refused.
    'GET /provider/drafts/:draft/submission': own(`/provider/drafts/${draft}/submission`),
    'POST /provider/drafts/:draft/submission': named(`/provider/drafts/${draft}/submission`, {
      body: form(),
    }),
    'GET /provider/drafts/:draft/assessment/:step': named(`/provider/drafts/${draft}/assessment/lines`),
    'GET /provider/eligibility': own('/provider/eligibility'),
    'POST /provider/eligibility': named('/provider/eligibility', {
      refused: [422],
      ...shown,
      body: form({
        tenantId: tenant.id,
        memberId: 'ZEBU-ZEBC-00001-P',
        birthDate: '1990-05-17',
        on: '2026-11-03',
      }),
    }),
    'GET /provider/search/diagnoses': own('/provider/search/diagnoses?q=malaria&of=x'),
    'GET /provider/search/services': own(
      `/provider/search/services?q=consultation&of=x&tenant=${tenant.id}`,
      shown,
    ),
    'GET /provider/notices': own('/provider/notices', shown),
    'POST /provider/notices': own('/provider/notices', { body: form({ seq: '1' }) }),
  };
};

const importCalls = ({ tenant, imported }: World): Record<string, Call> => {
  const root = `/${tenant.slug}`;
  const shown = { shows: 'tenant' } as const;
  return {
    'GET /:tenant/imports': staffCall(`${root}/imports`, shown),
    'GET /:tenant/imports/new': staffCall(`${root}/imports/new?kind=services`, services),
    'POST /:tenant/imports/new': staffCall(`${root}/imports/new?kind=services`, {
      body: form(),
      ...services,
    }),
    'GET /:tenant/imports/template': staffCall(`${root}/imports/template?kind=services`, services),
    'GET /:tenant/imports/:import': staffCall(`${root}/imports/${imported}`, { ...shown, ...services }),
    'GET /:tenant/imports/:import/rows': staffCall(`${root}/imports/${imported}/rows`, {
      ...shown,
      ...services,
    }),
    'POST /:tenant/imports/:import/commits': staffCall(`${root}/imports/${imported}/commits`, {
      body: form(),
      ...services,
    }),
    'POST /:tenant/imports/:import/discards': staffCall(`${root}/imports/${imported}/discards`, {
      body: form(),
      ...services,
    }),
  };
};

const apiImportCalls = ({ imported }: World): Record<string, Call> => {
  const shown = { shows: 'tenant' } as const;
  return {
    'POST /v1/enrollees/import': apiCall('/v1/enrollees/import', { body: 'action\n', headers: file() }),
    'POST /v1/tariffs/:tariff/import': apiCall('/v1/tariffs/clinic-1/import', {
      body: 'service\n',
      headers: file(),
    }),
    'POST /v1/services/import': apiCall('/v1/services/import', { body: 'code\n', headers: file() }),
    'GET /v1/imports/:import': apiCall(`/v1/imports/${imported}`, { ...shown, ...services, refused: [404] }),
    'GET /v1/imports/:import/rows': apiCall(`/v1/imports/${imported}/rows`, {
      ...shown,
      ...services,
      refused: [404],
    }),
    'POST /v1/imports/:import/commit': apiCall(`/v1/imports/${imported}/commit`, {
      headers: post(),
      ...services,
      refused: [404],
    }),
  };
};

const apiCalls = ({ queried }: World): Record<string, Call> => {
  const [call, shown] = [apiCall, { shows: 'tenant' } as const];
  const claim = {
    memberId: 'ZEBU-ZEBC-00001-P',
    birthDate: '1990-05-17',
    facilityExternalId: 'clinic-1',
    encounterType: 'outpatient',
    startedAt: '2026-11-03T09:00:00+01:00',
    practitionerName: 'Dr No',
    diagnoses: [{ code: 'B50.9' }],
    lines: [{ service: 'consultation', quantity: 1, unitPrice: 1 }],
    currency: 'NGN',
    total: 1,
  };
  return {
    'GET /v1/claims': call('/v1/claims', shown),
    'POST /v1/claims': call('/v1/claims', { body: json(claim), headers: post(), refused: [404, 422] }),
    'GET /v1/eligibility': call(
      '/v1/eligibility?memberId=ZEBU-ZEBC-00001-P&birthDate=1990-05-17&date=2026-11-03',
      {
        ...shown,
        refused: [404, 422],
      },
    ),
    'GET /v1/claims/:number': call(`/v1/claims/${queried}`, { ...shown, refused: [404] }),
    'POST /v1/claims/:number/answers': call(`/v1/claims/${queried}/answers`, {
      body: json({ answer: 'Because.' }),
      headers: post(),
      refused: [404],
    }),
    'POST /v1/claims/:number/withdrawal': call(`/v1/claims/${queried}/withdrawal`, {
      body: json({}),
      headers: post(),
      refused: [404],
    }),
    'GET /v1/facilities/:externalId': call('/v1/facilities/clinic-1', { ...shown, refused: [404] }),
    'PUT /v1/facilities/:externalId': call('/v1/facilities/clinic-1', {
      body: json({ name: 'Own', kind: 'clinic' }),
      headers: put,
    }),
    'GET /v1/services/:externalId': call('/v1/services/consultation', { ...shown, refused: [404] }),
    'PUT /v1/services/:externalId': call('/v1/services/consultation', {
      body: json({ name: 'Own', group: 'other' }),
      headers: put,
    }),
    'GET /v1/plans/:code': call('/v1/plans/CARE', { ...shown, refused: [404] }),
    'PUT /v1/plans/:code': call('/v1/plans/CARE', {
      body: json({
        name: 'Own',
        from: '2026-01-01',
        rules: { benefits: [{ code: 'OPD', name: 'Own', category: 'outpatient', groups: ['consultation'] }] },
      }),
      headers: put,
    }),
    'GET /v1/events': call('/v1/events'),
  };
};

/** How to call every route there is, by its name in the app. Signing out comes last: it ends the stranger's own session. */
export const callsOf = (world: World): Record<string, Call> => ({
  ...apiCalls(world),
  ...authorizationApiCalls(world),
  ...fileCalls(world),
  ...memberApiCalls(),
  ...apiImportCalls(world),
  ...importCalls(world),
  ...staffCalls(world),
  ...entryCalls(world),
  ...limitCalls(world),
  ...memberCalls(world),
  ...meCalls(world),
  ...networkCalls(world),
  ...pileCalls(world),
  ...planCalls(world),
  ...authorizationCalls(world),
  ...riskCalls(world),
  ...visitCalls(world),
  ...providerCalls(world),
  ...publicCalls(world),
  'POST /sign-out': { area: 'public', path: '/sign-out', body: form() },
});

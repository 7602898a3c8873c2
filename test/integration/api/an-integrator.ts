import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { Answer, FacilityCommand, TenantCommand } from '../../../schema/commands.ts';
import type { Permission, Principal } from '../../../schema/domain/permissions.ts';
import type { SubmitClaimInput } from '../../../schema/forms/submit-claim.ts';
import { app } from '../../../worker/app.ts';
import { freshId } from '../../../worker/command.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { makeApiKey } from '../../../worker/directory/make-api-key.ts';
import type { Env } from '../../../worker/env.ts';
import { fullCover } from '../../support/full-cover.ts';
import { ngoziAde } from '../../support/ngozi-ade.ts';

export const origin = 'http://127.0.0.1';

/** A body as JSON, a text as it is. */
type Sent = {
  key?: string;
  idempotencyKey?: string;
  body?: unknown;
  text?: BodyInit;
  headers?: Record<string, string>;
};

/** One thing of a list, as far as tests look into it. */
interface Item {
  number: string;
  facilityName: string;
  lines: unknown[];
  subject: { about: string; id: string };
}

/** A body as far as tests look into it: what an answer of another form lacks is undefined. */
export interface Body {
  code: string;
  type: string;
  detail: string;
  errors: { field: string; message: string; reason?: string }[];
  data: Item[];
  next: string | null;
  number: string;
  memberId: string;
  practitionerName: string;
  history: { state: string }[];
  [name: string]: unknown;
}

/** What was answered; `body` is null where there was none. */
export interface Answered {
  status: number;
  headers: Headers;
  body: Body;
}

/** Asks the real app. */
export async function ask(
  method: string,
  path: string,
  sent: Sent = {},
  given: Partial<Env> = {},
): Promise<Answered> {
  const ctx = createExecutionContext();
  const headers = new Headers(sent.headers);
  if (sent.key !== undefined) headers.set('x-api-key', sent.key);
  if (sent.idempotencyKey !== undefined) headers.set('idempotency-key', sent.idempotencyKey);
  const body = sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
  if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const request = new Request(`${origin}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const response = await app.fetch(request, { ...env, ...given }, ctx);
  const text = await response.text();
  await waitOnExecutionContext(ctx);
  return { status: response.status, headers: response.headers, body: JSON.parse(text || 'null') };
}

const tenantScopes: Permission[] = [
  'authorization.create',
  'authorization.decide',
  'authorization.view',
  'claim.attachment_view',
  'claim.create',
  'claim.view',
  'network.link',
  'network.view',
  'service.update',
  'service.view',
  'plan.publish',
  'plan.view',
  'enrollee.create',
  'enrollee.update',
  'enrollee.move_plan',
  'enrollee.suspend',
  'enrollee.terminate',
  'client.view',
  'client.create',
  'client.update',
  'client.suspend',
  'enrollee.view',
  'enrollee.import',
  'tariff.view',
  'tariff.update',
  'tariff.import',
];
const facilityScopes: Permission[] = [
  'facility.claim.submit',
  'facility.claim.view',
  'facility.authorization.appeal',
  'facility.authorization.request',
  'facility.authorization.view',
];

function outcomeOf<Outcome>(answer: Answer<Outcome> | undefined): Outcome {
  if (!answer || answer.refused) throw new Error(JSON.stringify(answer));
  return answer.outcome;
}

const system = (organisation: Principal['organisation']): Principal => ({
  id: 'system',
  name: 'Vetra',
  via: 'system',
  organisation,
  permissions: [],
});

/** Has a tenant do something, as the system. */
export async function tenantDoes(tenantId: string, command: TenantCommand): Promise<object> {
  const principal = system({ kind: 'tenant', id: tenantId });
  const envelope = { id: freshId(), principal, command };
  return outcomeOf(await env.TENANT.get(env.TENANT.idFromName(tenantId)).execute(envelope));
}

async function facilityDoes(facilityId: string, command: FacilityCommand): Promise<void> {
  const principal = system({ kind: 'facility', id: facilityId });
  const envelope = { id: freshId(), principal, command };
  outcomeOf(await env.FACILITY.get(env.FACILITY.idFromName(facilityId)).execute(envelope));
}

/** A tenant's key with these scopes. */
export async function tenantKey(tenantId: string, scopes: Permission[] = tenantScopes): Promise<string> {
  const { id, key, secretHash } = makeApiKey();
  await tenantDoes(tenantId, { type: 'IssueApiKey', input: { id, name: 'Integrator', scopes, secretHash } });
  return key;
}

/** A facility's key with these scopes. */
export async function facilityKey(
  facilityId: string,
  scopes: Permission[] = facilityScopes,
): Promise<string> {
  const { id, key, secretHash } = makeApiKey();
  await facilityDoes(facilityId, {
    type: 'IssueApiKey',
    input: { id, name: 'Clinic system', scopes, secretHash },
  });
  return key;
}

export interface Insurer {
  tenantId: string;
  slug: string;
  key: string;
}

/** A new tenant with a key, two facilities (`fac-a`, `fac-b`), three services and an enrollee, all put through the API. */
export async function anInsurer(): Promise<Insurer> {
  await openDirectory(env);
  const tenantId = freshId();
  const slug = `t${tenantId.slice(-14)}`;
  await tenantDoes(tenantId, {
    type: 'OpenTenant',
    input: {
      slug,
      name: 'Test Health',
      prefix: 'TST',
      currency: 'NGN',
      zone: 'Africa/Lagos',
      filingWindowDays: null,
    },
  });
  const key = await tenantKey(tenantId);
  const put = async (path: string, body: object) => {
    const answer = await ask('PUT', path, { key, body });
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  };
  await put('/v1/facilities/fac-a', { name: 'Lagoon Hospital', kind: 'hospital' });
  await put('/v1/facilities/fac-b', { name: 'Sunrise Clinic', kind: 'clinic' });
  await put('/v1/services/CONS', { name: 'Consultation', group: 'consultation' });
  await put('/v1/services/LAB', {
    name: 'Malaria smear',
    group: 'laboratory',
    price: 250_000,
    currency: 'NGN',
  });
  await put('/v1/enrollees/emp-1', ngoziAde);
  return { tenantId, slug, key };
}

/** Puts the person of `anInsurer` on a plan that pays for everything. */
export async function coverInFull({ tenantId }: Insurer): Promise<void> {
  await tenantDoes(tenantId, { type: 'PutPlanVersion', input: fullCover });
  const input = {
    externalId: 'emp-1',
    clientCode: 'INDV',
    relation: 'principal',
    plan: fullCover.code,
    ...ngoziAde,
  } as const;
  await tenantDoes(tenantId, { type: 'PutEnrollee', input });
}

/** A clinic with a portal and a key of its own, linked with the tenants. */
export async function aClinic(insurers: readonly Insurer[]): Promise<{ facilityId: string; key: string }> {
  const facilityId = freshId();
  const profile = { name: 'Own Clinic', kind: 'clinic' } as const;
  await facilityDoes(facilityId, { type: 'OpenFacility', input: profile });
  for (const { tenantId, slug } of insurers) {
    await tenantDoes(tenantId, {
      type: 'LinkFacility',
      input: { facilityId, externalId: `clinic-${facilityId.slice(-6)}`, profile },
    });
    const link = { tenantId, slug, name: 'Test Health', currency: 'NGN', zone: 'Africa/Lagos' };
    await facilityDoes(facilityId, { type: 'LinkTenant', input: link });
  }
  return { facilityId, key: await facilityKey(facilityId) };
}

/** A claim of two lines that is right; `changes` are laid over it. */
export function aClaim(changes: Partial<SubmitClaimInput> & { tenant?: string } = {}) {
  return {
    facilityExternalId: 'fac-a',
    enrolleeExternalId: 'emp-1',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: '2026-11-02T09:00:00+01:00',
    practitionerName: 'Dr Bello',
    diagnoses: [{ code: 'B50.9' }],
    lines: [
      { service: 'CONS', quantity: 1, unitPrice: 500_000 },
      { service: 'LAB', quantity: 2, unitPrice: 250_000 },
    ],
    currency: 'NGN',
    total: 1_000_000,
    ...changes,
  };
}

/** Files a claim and gives its number. */
export async function file(key: string, changes: Parameters<typeof aClaim>[0] = {}): Promise<string> {
  const filed = await ask('POST', '/v1/claims', { key, idempotencyKey: freshId(), body: aClaim(changes) });
  if (filed.status !== 201) throw new Error(JSON.stringify(filed.body));
  return filed.body.number;
}

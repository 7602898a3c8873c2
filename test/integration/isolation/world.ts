import { env } from 'cloudflare:workers';
import { expect, vi } from 'vitest';
import { migrate } from '../../../durable-objects/actor/migrations.ts';
import { blankBenefit, blankRules } from '../../../schema/domain/plans/blank-rules.ts';
import type { PlanRules } from '../../../schema/domain/plans/plan.ts';
import type { PlaceNamed } from '../../../schema/forms/attachments.ts';
import { requestAuthorizationForm } from '../../../schema/forms/request-authorization.ts';
import type { SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import icd10 from '../../../schema/migrations/reference/0001-icd10.sql';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { aPdf } from '../../support/files.ts';
import { stagingOf, untilState } from '../actor/import-file.ts';
import { anEnrollee, type SignedInEnrollee } from '../portals/an-enrollee.ts';
import { command, lastSeq } from './machine.ts';
import { aHouse, type House } from './organisations.ts';

/** Stands in every name, sentence and member id of the victims, and nowhere else. */
export const mark = 'Zebulon';

/** Two organisations and what is theirs; nobody else may ever see any of it. */
export interface World {
  tenant: House;
  facility: House;
  /** the person whose claims they are, with a portal of their own */
  enrollee: SignedInEnrollee;
  /** an emergency that the enrollee is asked about, by number */
  asked: string;
  /** none of the victims: an insurer as the directory shows it to everybody */
  insurer: House;
  /** in conversation: its text carries the mark */
  queried: string;
  /** waiting in the queue */
  waiting: string;
  /** a request that waits for its answer: what was asked about it carries the mark */
  requested: string;
  draft: string;
  /** a file of the claim that is queried, and of the draft: each carries the mark */
  attached: { claim: string; draft: string; investigation: string };
  /** what is looked into: its title carries the mark */
  investigation: string;
  /** an import of services that waits for a yes */
  imported: string;
  /** claims of the facility's pile that wait to be decided together */
  batch: string;
  /** a check-in of the person at the facility */
  visit: string;
}

const empty = {
  startedAt: '',
  endedAt: '',
  practitionerLicence: '',
  referral: '',
  otherPayer: '',
  encounterType: '',
};

const aClaim = (nth: number): SubmitClaim => ({
  externalId: `encounter-${nth}`,
  enrolleeExternalId: 'person-1',
  birthDate: '1990-05-17',
  encounterType: 'outpatient',
  startedAt: '2026-11-02T09:00:00+01:00',
  practitionerName: `${mark} Doctor`,
  diagnoses: [{ code: 'B50.9', system: 'ICD-10' }],
  lines: [{ service: 'consultation', quantity: nth, unitPrice: 500_000 }],
  currency: 'NGN',
  total: nth * 500_000,
  accident: false,
});

const aPlan = { code: 'CARE', name: `${mark} Care`, scheme: 'private', from: '2026-01-01' } as const;
const rules: PlanRules = {
  ...blankRules,
  benefits: [{ ...blankBenefit('OPD', `${mark} visits`, 'outpatient'), groups: ['consultation'] }],
};

async function fill(tenant: House, facility: House): Promise<void> {
  const profile = { name: `${mark} Clinic`, kind: 'clinic' } as const;
  await command(tenant, [
    { type: 'PutClient', input: { code: 'ZEBC', name: `${mark} Mills` } },
    { type: 'LinkFacility', input: { facilityId: facility.id, externalId: 'clinic-1', profile } },
    {
      type: 'PutService',
      input: {
        externalId: 'consultation',
        name: `${mark} consultation`,
        group: 'consultation',
        unit: 'each',
        price: 500_000,
        currency: 'NGN',
        active: true,
      },
    },
    { type: 'PutPlanVersion', input: { ...aPlan, rules } },
    { type: 'SavePlanDraft', input: { code: aPlan.code, revision: 0 } },
    {
      type: 'PutEnrollee',
      input: {
        externalId: 'person-1',
        clientCode: 'ZEBC',
        relation: 'principal',
        firstName: mark,
        lastName: 'Adeyemi',
        birthDate: '1990-05-17',
        sex: 'female',
        coverFrom: '2026-01-01',
      },
    },
  ]);
  const link = {
    tenantId: tenant.id,
    slug: tenant.slug,
    name: `${mark} Health`,
    currency: 'NGN',
    zone: 'Africa/Lagos',
  };
  await command(facility, [{ type: 'LinkTenant', input: link }]);
}

async function converse(tenant: House, facility: House): Promise<Pick<World, 'queried' | 'waiting'>> {
  const claims = [1, 2].map((nth) => ({ type: 'SubmitClaim', input: aClaim(nth) }) as const);
  const [first, second] = await command(tenant, claims, facility.principal);
  const queried = String(first?.number);
  const [taken] = await command(
    tenant,
    [{ type: 'TakeClaim', input: { number: queried } }],
    tenant.principal,
  );
  const question = `Why did ${mark} come?`;
  const input = { number: queried, version: Number(taken?.version), question };
  await command(tenant, [{ type: 'QueryClaim', input }], tenant.principal);
  return { queried, waiting: String(second?.number) };
}

/** A request that the facility was asked about, for a service far ahead. */
async function asks(tenant: House, facility: House): Promise<string> {
  const serviceDate = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const { enrolleeExternalId, birthDate, diagnoses, practitionerName, currency } = aClaim(1);
  const lines = [{ service: 'consultation', quantity: 1, unitPrice: 500_000 }];
  const asked = { enrolleeExternalId, birthDate, diagnoses, practitionerName, currency, lines, serviceDate };
  const input = { ...asked, encounterType: 'outpatient', urgency: 'ROUTINE' } as const;
  const [filed] = await command(tenant, [{ type: 'RequestAuthorization', input }], facility.principal);
  const requested = String(filed?.number);
  const question = `What ails ${mark}?`;
  const query = { number: requested, version: Number(filed?.version), question };
  await command(tenant, [{ type: 'QueryAuthorization', input: query }], tenant.principal);
  return requested;
}

/** The diagnoses that everybody shares; a real installation has 95,000 in it, the walk needs the tables. */
async function openReference(): Promise<void> {
  await migrate(connect(env, 'reference'), [{ number: 1, name: 'icd10', sql: icd10 }], Date.now());
}

/** An import that was staged and checked: its row and its file's name carry the mark. */
async function anImport(tenant: House): Promise<string> {
  const principal = { ...tenant.principal, via: 'system' } as const;
  const text = `external_id,name,group\nimport-1,${mark} bandage,other\n`;
  const { importId, envelopes } = stagingOf(principal, 'services', text, { fileName: `${mark}.csv` });
  const stub = env.TENANT.get(env.TENANT.idFromName(tenant.id));
  for (const envelope of envelopes) expect((await stub.execute(envelope)).refused ?? false).toBe(false);
  await untilState({ people: tenant }, importId, 'CHECKED');
  return importId;
}

/** A file of somebody's whose name and content carry the mark. */
async function attach(tenant: House, { principal }: House, place: PlaceNamed): Promise<string> {
  const bytes = aPdf(500, `${mark} was here`);
  const uploadId = freshId();
  const stub = env.TENANT.get(env.TENANT.idFromName(tenant.id));
  const input = { place, uploadId, name: `${mark}.pdf`, kind: null, declared: null };
  const steps = [
    await stub.execute({ id: freshId(), principal, command: { type: 'BeginUpload', input } }),
    await stub.storePiece({ principal, uploadId, n: 0, bytes }),
    await stub.execute({ id: freshId(), principal, command: { type: 'FinishUpload', input: { uploadId } } }),
  ];
  expect(steps.map(({ refused }) => refused ?? false)).toEqual([false, false, false]);
  return uploadId;
}

/** Claims put together to be decided at once. */
async function aBatch(tenant: House, facility: House, number: string): Promise<string> {
  const pile = { facilityId: facility.id, month: '2026-11' };
  const [prepared] = await command(tenant, [{ type: 'PrepareBatch', input: { ...pile, numbers: [number] } }]);
  return String(prepared?.batchId);
}

/** An emergency of the person whom the facility treats. */
async function anEmergency(tenant: House): Promise<string> {
  const { enrolleeExternalId, birthDate, encounterType, diagnoses, currency, lines } = aClaim(1);
  const input = requestAuthorizationForm.parse({
    ...{ enrolleeExternalId, birthDate, encounterType, diagnoses, currency, lines },
    facilityExternalId: 'clinic-1',
    urgency: 'EMERGENCY',
    serviceDate: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  });
  const by = { ...tenant.principal, via: 'system' as const };
  const [outcome] = await command(tenant, [{ type: 'RequestAuthorization', input }], by);
  return String(outcome?.number);
}

/** Makes the victims by the product's own commands, and waits until the facility has heard of its claims. */
export async function makeWorld(): Promise<World> {
  await openReference();
  const [tenant, facility] = [await aHouse('tenant', mark), await aHouse('facility', mark)];
  await fill(tenant, facility);
  const enrollee = await anEnrollee(tenant, 'ZEBU-ZEBC-00001-P');
  const claims = await converse(tenant, facility);
  const requested = await asks(tenant, facility);
  const asked = await anEmergency(tenant);
  const draft = freshId();
  const body = {
    ...empty,
    tenantId: tenant.id,
    memberId: '',
    birthDate: '',
    practitionerName: `${mark} Doctor`,
    accident: false,
    diagnoses: [],
    lines: [],
  };
  await command(
    facility,
    [{ type: 'SaveDraft', input: { draftId: draft, version: 0, body } }],
    facility.principal,
  );
  await told(tenant, facility);
  const place = { kind: 'draft', facilityId: facility.id, draftId: draft } as const;
  const filed = {
    claim: await attach(tenant, facility, { kind: 'claim', number: claims.queried }),
    draft: await attach(tenant, facility, place),
  };
  const imported = await anImport(tenant);
  const insurer = await aHouse('tenant', 'Public');
  const title = `${mark} came twice`;
  const input = { title, events: [], claims: [claims.waiting] };
  const [opened] = await command(tenant, [{ type: 'OpenInvestigation', input }]);
  const investigation = String(opened?.number);
  const evidence = await attach(tenant, tenant, { kind: 'investigation', number: investigation });
  const attached = { ...filed, investigation: evidence };
  const batch = await aBatch(tenant, facility, claims.waiting);
  const here = { memberId: enrollee.memberId, birthDate: '1990-05-17' };
  const [checkedIn] = await command(tenant, [{ type: 'CheckIn', input: here }], facility.principal);
  const visit = String(checkedIn?.number);
  const rest = { asked, requested, investigation, batch, draft, attached, imported, visit };
  return { tenant, facility, enrollee, insurer, ...claims, ...rest };
}

/** Waits until the facility has been told of its claims as they stand: from then on its records rest. */
async function told(tenant: House, facility: House): Promise<void> {
  const standing = async ({ kind, id }: House) => {
    const { rows } = await connect(env, `${kind}-${id}`).execute(
      `select number, state, version from claims
        union all select number, state, version from authorizations order by number`,
    );
    return rows.map(({ number, state, version }) => [number, state, version]);
  };
  const claims = await standing(tenant);
  await vi.waitFor(async () => expect(await standing(facility)).toEqual(claims), { timeout: 10_000 });
}

/** How far both victims' records have come: nothing a stranger does may move them. */
export const records = ({ tenant, facility }: World): Promise<number[]> =>
  Promise.all([tenant, facility].map(lastSeq));

/** What an insurer's other enrollees may not move, whatever they do with what is their own: the victim and their claims. */
export async function untouched({ tenant, enrollee }: World): Promise<unknown> {
  const { rows } = await connect(env, `tenant-${tenant.id}`).execute({
    sql: `select body from enrollees where id = ? union all
      select number || ' ' || version || ' ' || body from claims where enrollee_id = ?`,
    args: [enrollee.enrolleeId, enrollee.enrolleeId],
  });
  return rows.map(({ body }) => String(body));
}

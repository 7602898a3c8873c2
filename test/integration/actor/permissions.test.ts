import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Envelope, FacilityCommand, TenantCommand, TenantCommands } from '../../../schema/commands.ts';
import {
  facilityGates,
  type Gate,
  opensForTenant,
  tenantGates,
} from '../../../schema/domain/command-permissions.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { blankRules } from '../../../schema/domain/plans/blank-rules.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';
import { freshId } from '../../../worker/command.ts';
import { anOpenFacility } from './a-facility.ts';
import { command, done, openTenant, tenantPeople } from './a-tenant.ts';
import { authorizationInputs } from './authorization-inputs.ts';
import { claimForm } from './claim-form.ts';
import { fileInputs } from './file-inputs.ts';
import { importInputs } from './import-inputs.ts';
import { limitInputs } from './limit-inputs.ts';
import { memberInputs } from './member-inputs.ts';
import { portalInputs } from './portal-inputs.ts';
import { riskInputs } from './risk-inputs.ts';

const number = 'CLM-26-000042';
const profile = { name: 'Elsewhere', kind: 'clinic' } as const;

/** One input for each command, in order but about nothing that is there: whoever may send it is told that, never *forbidden*. */
const inputs: { [Type in keyof TenantCommands]: TenantCommands[Type]['input'] } = {
  OpenTenant: {
    slug: 'again',
    name: 'Again',
    prefix: 'AGN',
    currency: 'NGN',
    zone: 'Africa/Lagos',
    filingWindowDays: 90,
  },
  LinkFacility: { facilityId: 'elsewhere', profile },
  PutStaff: { accountId: 'nobody', name: 'Nobody', email: 'n@x.example', roleKey: 'none', state: 'ACTIVE' },
  IssueApiKey: { id: 'k', name: 'K', scopes: ['none'], secretHash: '0'.repeat(64) },
  RevokeApiKey: { id: 'none' },
  PutClaimRules: {
    filingWindowDays: 90,
    receivesAutomatically: true,
    straightThrough: { on: false, name: 'R', amountMax: 0, riskMax: 0, sampleOneIn: 20 },
  },
  PutQueueRules: { highValue: 1, rules: [] },
  PutQueueView: { viewId: 'none-there', name: 'Z', isDefault: false },
  RemoveQueueView: { viewId: 'none-there' },
  RankAnew: { round: 'none', after: 0, ids: [], through: null },
  PutClient: { code: 'ZZZ', name: 'Z' },
  ...portalInputs,
  RequestLink: { facilityId: 'elsewhere', profile, from: '1999-01-01' },
  AnswerLink: { facilityId: 'elsewhere', version: 1, accept: true },
  SuspendLink: { facilityId: 'elsewhere', version: 1, reason: 'So.' },
  ReinstateLink: { facilityId: 'elsewhere', version: 1 },
  EndLink: { facilityId: 'elsewhere', version: 1, reason: 'So.' },
  PutPapers: { facilityId: 'elsewhere' },
  PutPrices: { tariff: 'elsewhere', prices: [{ service: 'Z', from: '2026-01-01', price: 1 }] },
  PutFacility: { externalId: 'z', ...profile },
  PutServiceGroup: { code: 'other', name: 'Other services' },
  CreatePlan: { code: 'ZZZ', name: 'Z', scheme: 'private' },
  ChangePlan: { code: 'NONE', name: 'Z', scheme: 'private' },
  SavePlanDraft: { code: 'NONE', revision: 0 },
  DiscardPlanDraft: { code: 'NONE', revision: 0 },
  PublishPlan: { code: 'NONE', revision: 0, from: '2026-01-01' },
  PutPlanVersion: { code: 'ZZZ', name: 'Z', scheme: 'private', from: '2026-01-01', rules: blankRules },
  RetirePlan: { code: 'NONE', from: null },
  PutService: { externalId: 'z z', name: 'Z', group: 'other', unit: 'each', active: true },
  SubmitClaim: claimForm({ currency: 'XXX' }),
  ReceiveClaim: { number },
  TakeClaim: { number },
  ReleaseClaim: { number },
  QueryClaim: { number, version: 1, question: 'Why?' },
  AnswerQuery: { number, answer: 'So.' },
  WithdrawClaim: { number },
  RemindFacility: { number },
  ExpireQuery: { number },
  TellOfDue: { stage: 'warn', claims: [42] },
  ApproveClaim: { number, version: 1 },
  RejectClaim: { number, version: 1, reasons: ['50'], sentence: 'No.' },
  ReopenClaim: { number, version: 1, reason: 'Why not.' },
  VetNext: { facilityId: 'elsewhere', month: '2026-11' },
  PrepareBatch: { facilityId: 'elsewhere', month: '2026-11' },
  DecideBatch: { batchId: 'none-here', verb: 'approve' },
  DecideInBatch: { batchId: 'none-here', number },
  CloseBatch: { batchId: 'none-here', results: [] },
  ...authorizationInputs,
  CheckIn: { memberId: 'TST-INDV-99999-P', birthDate: '1990-05-17' },
  AnswerVisit: { number: 'VIS-26-000042', mine: false },
  PutCardDevice: { deviceId: 'device-1', publicKey: 'x'.repeat(87) },
  ...limitInputs(number),
  ...riskInputs,
  ...importInputs,
  ...memberInputs,
  ...fileInputs,
  MarkNotices: { seq: 0 },
};
const types = Object.keys(inputs) as (keyof TenantCommands)[];
const nothing = 'There is nothing here by this name.';

/** `forbidden`, `outside` (nothing is said of what is here), or `let in`. */
async function doorOf(
  send: (envelope: Envelope<TenantCommand>) => Promise<object>,
  principal: Principal,
  type: keyof TenantCommands,
) {
  const answer = await send(command(principal, type, inputs[type]));
  if (!('refused' in answer) || !('message' in answer) || !('code' in answer)) return 'let in';
  if (answer.message === nothing) return 'outside';
  return answer.code === 'forbidden' ? 'forbidden' : 'let in';
}

test('a tenant lets in whoever has the permission by its own record, whatever the principal says of itself', async () => {
  const people = await openTenant();
  const actor = env.TENANT.get(env.TENANT.idFromName(people.id));
  const everything = seededRoles.tenant.find(({ key }) => key === 'admin')?.permissions ?? [];
  for (const role of seededRoles.tenant) {
    const accountId = `of-${role.key}`;
    const person = {
      accountId,
      name: role.name,
      email: `${accountId}@${people.id}.example`,
      roleKey: role.key,
      state: 'ACTIVE',
    } as const;
    done(await actor.execute(command(people.system, 'PutStaff', person)));
    const principal = { ...people.staff, id: accountId, permissions: everything };
    for (const type of types) {
      // An import takes the permission of its kind.
      const gate: Gate = type === 'StageImport' ? { tenant: 'service.update' } : tenantGates[type];
      const may = gate.anyone === true || opensForTenant(gate, role.permissions);
      expect(
        await doorOf((envelope) => actor.execute(envelope), principal, type),
        `${role.key} ${type}`,
      ).toBe(may ? 'let in' : 'forbidden');
    }
  }
});

test('whoever is not, or no longer, one of its people is let in nowhere', async () => {
  const people = await openTenant();
  const actor = env.TENANT.get(env.TENANT.idFromName(people.id));
  const everything = seededRoles.tenant.find(({ key }) => key === 'admin')?.permissions ?? [];
  const suspended = {
    accountId: 'sue',
    name: 'Sue',
    email: `sue@${people.id}.example`,
    roleKey: 'admin',
    state: 'SUSPENDED',
  } as const;
  const key = {
    id: `key-${people.id}`,
    name: 'Key',
    scopes: [...everything],
    secretHash: freshId().padEnd(64, '0'),
  };
  done(await actor.execute(command(people.system, 'PutStaff', suspended)));
  done(await actor.execute(command(people.system, 'IssueApiKey', key)));
  done(await actor.execute(command(people.system, 'RevokeApiKey', { id: key.id })));
  const as = (change: Partial<Principal>): Principal => ({
    ...people.staff,
    permissions: everything,
    ...change,
  });
  const forbidden = [
    as({ id: 'unknown' }),
    as({ id: 'sue' }),
    as({ id: key.id, via: 'key' }),
    as({ id: 'ada', via: 'key' }),
  ];
  const outside = [
    as({ organisation: { kind: 'tenant', id: freshId() } }),
    as({ organisation: { kind: 'facility', id: freshId() } }),
    as({ organisation: { kind: 'client', id: people.id } }),
    as({ organisation: { kind: 'platform', id: people.id } }),
  ];
  for (const type of types) {
    const send = (envelope: Envelope<TenantCommand>) => actor.execute(envelope);
    for (const principal of forbidden)
      expect(await doorOf(send, principal, type), `${principal.id} ${type}`).toBe('forbidden');
    for (const principal of outside)
      expect(await doorOf(send, principal, type), `${principal.organisation.kind} ${type}`).toBe('outside');
  }
});

test('a facility sends on what its own record allows, and what is for facilities at all', async () => {
  const people = tenantPeople();
  const { facilityId, clerk } = await anOpenFacility(people);
  await openTenant(people);
  const facility = env.FACILITY.get(env.FACILITY.idFromName(facilityId));
  for (const role of seededRoles.facility) {
    const accountId = `of-${role.key}`;
    const input = {
      accountId,
      name: role.name,
      email: `${accountId}@${facilityId}.example`,
      roleKey: role.key,
      state: 'ACTIVE',
    } as const;
    const system: Principal = { ...clerk, id: 'system', via: 'system' };
    done(await facility.execute({ id: freshId(), principal: system, command: { type: 'PutStaff', input } }));
    for (const type of types) {
      const gate: Gate = tenantGates[type];
      const may = gate.facility !== undefined && role.permissions.includes(gate.facility);
      const principal = { ...clerk, id: accountId, permissions: seededRoles.facility[0]?.permissions ?? [] };
      const door = await doorOf((envelope) => facility.forward(people.id, envelope), principal, type);
      expect(door, `${role.key} ${type}`).toBe(may ? 'let in' : 'forbidden');
    }
  }
  const stranger = { ...clerk, organisation: { kind: 'facility', id: freshId() } } as const;
  expect(await doorOf((envelope) => facility.forward(people.id, envelope), stranger, 'SubmitClaim')).toBe(
    'outside',
  );
  expect(await doorOf((envelope) => facility.forward(freshId(), envelope), clerk, 'SubmitClaim')).toBe(
    'outside',
  );
});

test('a facility lets in whoever has the permission by its own record', async () => {
  const people = tenantPeople();
  const { facilityId, clerk, desk } = await anOpenFacility(people);
  const facility = env.FACILITY.get(env.FACILITY.idFromName(facilityId));
  const body = {
    tenantId: '',
    memberId: '',
    birthDate: '',
    encounterType: '',
    startedAt: '',
    endedAt: '',
    practitionerName: '',
    practitionerLicence: '',
    referral: '',
    otherPayer: '',
    accident: false,
    diagnoses: [],
    lines: [],
  };
  const commands: FacilityCommand[] = [
    { type: 'OpenFacility', input: profile },
    { type: 'LinkTenant', input: { tenantId: 't', slug: 't', name: 'T', currency: 'NGN', zone: 'UTC' } },
    { type: 'PutStaff', input: inputs.PutStaff },
    { type: 'IssueApiKey', input: inputs.IssueApiKey },
    { type: 'RevokeApiKey', input: inputs.RevokeApiKey },
    { type: 'SaveDraft', input: { draftId: 'none', version: 9, body } },
    { type: 'DiscardDraft', input: { draftId: 'none' } },
    { type: 'MarkNotices', input: { seq: 0 } },
  ];
  const roles = { clerk: 'billing', desk: 'front-desk' } as const;
  for (const principal of [clerk, desk])
    for (const each of commands) {
      const gate: Gate = facilityGates[each.type];
      const role = seededRoles.facility.find(({ key }) => key === roles[principal.id as keyof typeof roles]);
      const may =
        gate.anyone === true ||
        (gate.facility !== undefined && role?.permissions.includes(gate.facility) === true);
      const answer = await facility.execute({ id: freshId(), principal, command: each });
      expect(answer.refused === true && answer.code === 'forbidden', `${principal.id} ${each.type}`).toBe(
        !may,
      );
    }
  const stranger = { ...clerk, organisation: { kind: 'facility', id: freshId() } } as const;
  expect(
    await facility.execute({
      id: freshId(),
      principal: stranger,
      command: { type: 'MarkNotices', input: { seq: 0 } },
    }),
  ).toMatchObject({
    message: nothing,
  });
});

test('a facility reaches its own claims only', async () => {
  const people = await openTenant();
  const actor = env.TENANT.get(env.TENANT.idFromName(people.id));
  const filed = done(await actor.execute(command(people.facility, 'SubmitClaim', claimForm())));
  const theirs = 'number' in filed ? filed.number : '';
  const second = {
    facilityId: 'second-clinic',
    externalId: 'SEC',
    profile: { name: 'Second', kind: 'clinic' },
  } as const;
  done(await actor.execute(command(people.system, 'LinkFacility', second)));
  const stranger: Principal = { ...people.facility, organisation: { kind: 'facility', id: 'second-clinic' } };
  done(await actor.execute(command(people.staff, 'TakeClaim', { number: theirs })));
  done(
    await actor.execute(
      command(people.staff, 'QueryClaim', { number: theirs, version: 2, question: 'Why?' }),
    ),
  );
  expect(
    await actor.execute(command(stranger, 'AnswerQuery', { number: theirs, answer: 'So.' })),
  ).toMatchObject({ code: 'not_found' });
  done(await actor.execute(command(people.facility, 'AnswerQuery', { number: theirs, answer: 'So.' })));
});

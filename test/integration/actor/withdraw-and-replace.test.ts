import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import type { TenantCommands } from '../../../schema/commands.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { claimByNumber } from '../../../worker/queries/claim-by-number.ts';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { command, done, openTenant, refusedAs, type Tenant, tenantPeople } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));
const send = async <Type extends keyof TenantCommands>(
  { id }: Tenant,
  by: Tenant['staff'],
  type: Type,
  input: TenantCommands[Type]['input'],
) => executeOn(actorOf(id), command(by, type, input));

const claimOf = async ({ id }: Tenant, number: string) => {
  const claim = await claimByNumber(tenantDatabase(env, id), number);
  if (!claim) throw new Error(`no ${number}`);
  return claim;
};

async function opened(): Promise<Tenant> {
  const people = tenantPeople();
  const permissions = [...people.facility.permissions, 'facility.claim.withdraw'] as const;
  return openTenant({ ...people, facility: { ...people.facility, permissions } });
}

const filed = async (people: Tenant, own = {}) =>
  done(await send(people, people.facility, 'SubmitClaim', claimForm(own))).number;

async function rejected(people: Tenant, own = {}): Promise<string> {
  const number = await filed(people, own);
  done(await send(people, people.staff, 'TakeClaim', { number }));
  const no = { number, version: 2, reasons: ['16'], sentence: 'No report.' };
  done(await send(people, people.staff, 'RejectClaim', no));
  return number;
}

test('a facility withdraws what nobody has begun to decide, and nothing else', async () => {
  const people = await opened();
  const number = await filed(people);
  expect(refusedAs(await send(people, people.staff, 'WithdrawClaim', { number }))).toBe('forbidden');
  expect(done(await send(people, people.facility, 'WithdrawClaim', { number }))).toMatchObject({
    state: 'WITHDRAWN',
  });
  expect((await actorOf(people.id).queuePage({ limit: 10 })).rows).toEqual([]);
  expect(refusedAs(await send(people, people.facility, 'WithdrawClaim', { number }))).toBe('wrong_state');
  const taken = await filed(people);
  done(await send(people, people.staff, 'TakeClaim', { number: taken }));
  expect(await send(people, people.facility, 'WithdrawClaim', { number: taken })).toMatchObject({
    code: 'wrong_state',
    message: expect.stringContaining('is in review'),
  });
});

test('a facility without the permission withdraws nothing', async () => {
  const people = await openTenant();
  const number = await filed(people);
  expect(refusedAs(await send(people, people.facility, 'WithdrawClaim', { number }))).toBe('forbidden');
});

test('a correction and what it corrects name each other, and it is no duplicate of it', async () => {
  const people = await opened();
  const original = await rejected(people);
  const number = await filed(people, { replaces: original });
  expect(await claimOf(people, number)).toMatchObject({
    replaces: original,
    recommended: { approved: 800_000 },
  });
  expect(await claimOf(people, original)).toMatchObject({
    replacedBy: number,
    version: 3,
    state: 'REJECTED',
  });
  expect(await send(people, people.facility, 'SubmitClaim', claimForm({ replaces: original }))).toMatchObject(
    {
      code: 'invalid',
      errors: [{ field: 'replaces', message: expect.stringContaining(`before, by ${number}`) }],
    },
  );
});

test('what was withdrawn frees what it was to correct', async () => {
  const people = await opened();
  const original = await rejected(people);
  const first = await filed(people, { replaces: original });
  done(await send(people, people.facility, 'WithdrawClaim', { number: first }));
  expect(await claimOf(people, original)).toMatchObject({ replacedBy: null });
  const second = await filed(people, { replaces: original });
  expect(await claimOf(people, original)).toMatchObject({ replacedBy: second });
});

test('two corrections at once: one stands', async () => {
  const people = await opened();
  const original = await rejected(people);
  const [one, two] = [claimForm({ replaces: original }), claimForm({ replaces: original })];
  const answers = await actorOf(people.id).executeAll(
    [one, two].map((input) => command(people.facility, 'SubmitClaim', input)),
  );
  expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
});

test('of a claim approved in part only what was refused is claimed again, and it is not reopened then', async () => {
  const people = await opened();
  const original = await filed(people);
  const { id, staff } = people;
  done(await send(people, staff, 'TakeClaim', { number: original }));
  const seen = await actorOf(id).judgement(original);
  if (isRefusal(seen)) throw new Error(seen.message);
  done(
    await send(people, staff, 'ApproveClaim', {
      number: original,
      version: 2,
      recommendation: seen.judgement.fingerprint,
      lines: [{ line: 2, approvedQuantity: 0, approved: 0, reasons: ['16'] }],
    }),
  );
  const whole = await send(people, people.facility, 'SubmitClaim', claimForm({ replaces: original }));
  expect(whole).toMatchObject({ code: 'invalid', errors: [{ field: 'lines.0.service' }] });
  const number = await filed(people, {
    replaces: original,
    lines: [{ service: 'LAB-MP', quantity: 2, unitPrice: 150_000 }],
    total: 300_000,
  });
  expect(await claimOf(people, number)).toMatchObject({ recommended: { approved: 300_000 } });
  done(
    await send(people, people.system, 'PutStaff', {
      accountId: 'mona',
      name: 'Mona Boss',
      email: 'mona@x.example',
      roleKey: 'claims-manager',
      state: 'ACTIVE',
    }),
  );
  const mona = { ...staff, id: 'mona', name: 'Mona Boss' };
  expect(
    await send(people, mona, 'ReopenClaim', { number: original, version: 3, reason: 'Why not.' }),
  ).toMatchObject({
    code: 'wrong_state',
    message: expect.stringContaining(number),
  });
});

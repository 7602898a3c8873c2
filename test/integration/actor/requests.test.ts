import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { defaultAuthorizations } from '../../../schema/domain/authorizations/settings.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { RequestAuthorizationInput } from '../../../schema/forms/request-authorization.ts';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { command, done, openTenant, refusedAs, type Tenant } from './a-tenant.ts';
import { requestForm } from './authorization-inputs.ts';

const hour_ms = 3_600_000;

const ask = (
  people: Tenant,
  by: Principal,
  changes: Partial<RequestAuthorizationInput> = {},
  id = freshId(),
) =>
  executeOn(
    env.TENANT.get(env.TENANT.idFromName(people.id)),
    command(by, 'RequestAuthorization', requestForm(changes), id),
  );

async function rowsOf(people: Tenant, sql: string) {
  const { rows } = await connect(env, `tenant-${people.id}`).execute(sql);
  return rows.map((row) => ({ ...row }));
}

async function bodyOf(people: Tenant): Promise<Partial<Authorization>> {
  const [row] = await rowsOf(people, 'select json(body) as body from authorizations');
  return JSON.parse(String(row?.body));
}

test('a request is numbered, judged as a claim is, journaled, stored, and its clock runs', async () => {
  const people = await openTenant();
  const id = freshId();
  const filed = done(
    await ask(people, people.facility, { externalId: 'R-1', notes: 'Fever since Monday.' }, id),
  );
  expect(filed).toEqual({
    number: expect.stringMatching(/^PA-\d\d-000001$/),
    state: 'REQUESTED',
    version: 1,
  });
  const [row] = await rowsOf(
    people,
    'select number, state, requested, answer_by - requested_at as within, next_at - requested_at as amber from authorizations',
  );
  const within = defaultAuthorizations.clocks.private.within_ms.URGENT;
  expect(row).toEqual({
    number: filed.number,
    state: 'REQUESTED',
    requested: 800_000,
    within,
    amber: within * 0.75,
  });
  const body = await bodyOf(people);
  expect(body.lines?.map(({ judged }) => judged?.approved)).toEqual([500_000, 300_000]);
  expect(body.conversation).toMatchObject([{ from: 'facility', kind: 'note', text: 'Fever since Monday.' }]);
  const [entry] = await rowsOf(
    people,
    "select subject, data, sealed from journal where action = 'RequestAuthorization'",
  );
  expect(entry?.subject).toBe('authorization:1');
  expect(`${entry?.data}`).not.toMatch(/Ngozi|B50|Bello|Fever/);
  expect(entry?.sealed).not.toBeNull();
  const [notice] = await rowsOf(
    people,
    "select kind, audience, subject from notices where subject like 'PA-%'",
  );
  expect(notice).toEqual({
    kind: 'authorization-requested',
    audience: 'authorization.decide',
    subject: filed.number,
  });
  expect(
    done(await ask(people, people.facility, { externalId: 'R-1', notes: 'Fever since Monday.' }, id)),
  ).toEqual(filed);
  const again = await ask(people, people.facility, { externalId: 'R-1' });
  expect(again).toMatchObject({ code: 'invalid', errors: [{ field: 'externalId', reason: '18' }] });
});

test('every objection is told beside its field', async () => {
  const people = await openTenant();
  const answer = await ask(people, people.facility, {
    birthDate: '1991-05-17',
    serviceDate: '2020-01-01',
    lines: [{ service: 'NONE', quantity: 1, unitPrice: 1 }],
    currency: 'USD',
    attachments: ['none'],
  });
  expect(answer).toMatchObject({ code: 'invalid' });
  if (!answer.refused) throw new Error('it was filed');
  expect(answer.errors?.map(({ field }) => field)).toEqual([
    'birthDate',
    'serviceDate',
    'lines.0.service',
    'currency',
    'attachments.0',
  ]);
});

test('an emergency may be filed within 48 hours after care began', async () => {
  const people = await openTenant();
  const ago = (ms: number) => new Date(Date.now() - ms);
  const emergency = (at: Date): Partial<RequestAuthorizationInput> => ({
    urgency: 'EMERGENCY',
    happenedAt: at.toISOString(),
    // Lagos is an hour ahead of UTC, all year round
    serviceDate: new Date(at.getTime() + hour_ms).toISOString().slice(0, 10),
  });
  expect(done(await ask(people, people.facility, emergency(ago(47 * hour_ms)))).state).toBe('REQUESTED');
  const late = await ask(people, people.facility, emergency(ago(49 * hour_ms)));
  expect(late).toMatchObject({ code: 'invalid', errors: [{ field: 'happenedAt' }] });
});

test('the staff file what was asked by telephone, with who rang and when', async () => {
  const people = await openTenant();
  const named = { facilityExternalId: 'SUN' };
  const accountId = 'clara';
  const person = {
    accountId,
    name: 'Clara Okon',
    email: `c@${people.id}.example`,
    roleKey: 'claims-manager',
  };
  const tenant = env.TENANT.get(env.TENANT.idFromName(people.id));
  done(await executeOn(tenant, command(people.system, 'PutStaff', { ...person, state: 'ACTIVE' })));
  const finance = {
    accountId: 'fola',
    name: 'Fola Ade',
    email: `f@${people.id}.example`,
    roleKey: 'finance',
  };
  done(await executeOn(tenant, command(people.system, 'PutStaff', { ...finance, state: 'ACTIVE' })));
  const clerk = { ...people.staff, id: accountId, name: 'Clara Okon' };
  const fola = { ...people.staff, id: 'fola', name: 'Fola Ade' };
  expect(refusedAs(await ask(people, fola, named))).toBe('forbidden');
  const silent = await ask(people, clerk, named);
  expect(silent).toMatchObject({ code: 'invalid', errors: [{ field: 'caller' }, { field: 'calledAt' }] });
  const calledAt = new Date(Date.now() - 60_000).toISOString();
  done(await ask(people, clerk, { ...named, caller: 'Sister Joy', calledAt }));
  const { entered } = await bodyOf(people);
  expect(entered).toEqual({ by: 'Clara Okon', caller: 'Sister Joy', calledAt: Date.parse(calledAt) });
  expect(refusedAs(await ask(people, people.facility, { caller: 'Sister Joy', calledAt }))).toBe('invalid');
  expect(refusedAs(await ask(people, people.facility, named))).toBe('invalid');
});

import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import type { TenantCommands } from '../../../schema/commands.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { claimByNumber } from '../../../worker/queries/claim-by-number.ts';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { command, done, openTenant, refusedAs, type Tenant } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const actorOf = (id: string) => env.TENANT.get(env.TENANT.idFromName(id));

async function send<Type extends keyof TenantCommands>(
  { id }: Tenant,
  by: Tenant['staff'],
  type: Type,
  input: TenantCommands[Type]['input'],
) {
  return executeOn(actorOf(id), command(by, type, input));
}

const claimOf = async ({ id }: Tenant, number: string) => {
  const claim = await claimByNumber(tenantDatabase(env, id), number);
  if (!claim) throw new Error(`no ${number}`);
  return claim;
};

/** A claim that was asked about; its number. */
async function queried(people: Tenant, own = {}): Promise<string> {
  const { staff, facility } = people;
  const { number } = done(await send(people, facility, 'SubmitClaim', claimForm(own)));
  done(await send(people, staff, 'TakeClaim', { number }));
  const wanted = ['Laboratory result'];
  done(await send(people, staff, 'QueryClaim', { number, version: 2, question: 'Why twice?', wanted }));
  return number;
}

const line = (nth: number | undefined, service: string, quantity: number, unitPrice: number) => ({
  ...(nth === undefined ? {} : { line: nth }),
  service,
  quantity,
  unitPrice,
});

test('an answer corrects lines: the old ones are kept, sums, counts and the recommendation follow', async () => {
  const people = await openTenant();
  const number = await queried(people);
  expect(await claimOf(people, number)).toMatchObject({ wanted: ['Laboratory result'] });
  const lines = [
    line(1, 'CONS', 1, 500_000),
    line(2, 'LAB-MP', 1, 150_000),
    line(undefined, 'LAB-MP', 1, 90_000),
  ];
  const answer = { number, answer: 'One was not done.', lines, total: 740_000 };
  done(await send(people, people.facility, 'AnswerQuery', answer));
  const claim = await claimOf(people, number);
  expect(claim).toMatchObject({
    state: 'RESUBMITTED',
    claimed: 740_000,
    recommended: { approved: 740_000 },
    lines: [{ line: 1 }, { line: 2, quantity: 1, claimed: 150_000 }, { line: 3, service: 'LAB-MP' }],
    corrections: [{ by: 'Chi Clerk', claimed: 800_000, lines: [{ line: 1 }, { line: 2, quantity: 2 }] }],
  });
  const { byState } = await actorOf(people.id).counts();
  expect(byState.RESUBMITTED).toEqual({ claims: 1, claimed: 740_000, approved: 0 });
  expect(byState.QUERIED).toEqual({ claims: 0, claimed: 0, approved: 0 });
});

test('corrected lines are refused as a whole, with every field’s error, and the claim stays as it was', async () => {
  const people = await openTenant();
  const number = await queried(people);
  const lines = [line(7, 'CONS', 1, 500_000), line(2, 'NONE', 1, 1)];
  const refused = await send(people, people.facility, 'AnswerQuery', {
    number,
    answer: 'So.',
    lines,
    total: 500_001,
  });
  expect(refused).toMatchObject({
    code: 'invalid',
    errors: [{ field: 'lines.0.line' }, { field: 'lines.1.service' }],
  });
  expect(await claimOf(people, number)).toMatchObject({ state: 'QUERIED', claimed: 800_000 });
});

test('a line’s use counts only while the line still is that service on that day', async () => {
  const people = await openTenant();
  const { facility } = people;
  const number = await queried(people);
  const other = done(await send(people, facility, 'SubmitClaim', claimForm()));
  const duplicate = async () => {
    const seen = await actorOf(people.id).judgement(other.number);
    if (isRefusal(seen)) throw new Error(seen.message);
    return seen.judgement.lines.map(({ findings }) => findings.some(({ rule }) => rule === 'duplicate'));
  };
  expect(await duplicate()).toEqual([true, true]);
  const answer = {
    number,
    answer: 'No consultation.',
    lines: [line(2, 'LAB-MP', 2, 150_000)],
    total: 300_000,
  };
  done(await send(people, facility, 'AnswerQuery', answer));
  expect(await duplicate()).toEqual([false, true]);
  done(await send(people, people.staff, 'TakeClaim', { number }));
  done(await send(people, people.staff, 'QueryClaim', { number, version: 5, question: 'And now?' }));
  const back = [line(2, 'CONS', 1, 500_000), line(undefined, 'LAB-MP', 2, 150_000)];
  done(
    await send(people, facility, 'AnswerQuery', { number, answer: 'It was.', lines: back, total: 800_000 }),
  );
  expect(await duplicate()).toEqual([true, true]);
  const { rows } = await connect(env, `tenant-${people.id}`).execute(
    'select subject, line from uses where claim_id = 1 order by line, subject',
  );
  expect(rows.map((row) => `${row.line} ${String(row.subject).slice(0, 6)}`)).toEqual([
    expect.stringMatching(/^0 v:/),
    '1 s:CONS',
    '2 s:CONS',
    '2 s:LAB-',
    '3 s:LAB-',
  ]);
});

test('an answer by a stranger, or to a claim that was not asked about, is refused', async () => {
  const people = await openTenant();
  const number = await queried(people);
  const stranger = { ...people.facility, organisation: { kind: 'facility', id: 'other' } as const };
  expect(refusedAs(await send(people, stranger, 'AnswerQuery', { number, answer: 'So.' }))).toBe('not_found');
  done(await send(people, people.facility, 'AnswerQuery', { number, answer: 'So.' }));
  const lines = [line(1, 'CONS', 1, 1)];
  const again = { number, answer: 'So.', lines, total: 1 };
  expect(refusedAs(await send(people, people.facility, 'AnswerQuery', again))).toBe('wrong_state');
});

import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { fingerprintOf } from '../../../../schema/domain/adjudication/fingerprint.ts';
import type { DecideAuthorization } from '../../../../schema/forms/decide-authorization.ts';
import { requestAuthorizationForm } from '../../../../schema/forms/request-authorization.ts';
import { connect } from '../../../../worker/databases/connect.ts';
import { authorizationByNumber } from '../../../../worker/queries/authorization-by-number.ts';
import { tenantDatabase } from '../../../../worker/queries/database.ts';
import { ask } from '../../directory/people.ts';
import { command } from '../../isolation/machine.ts';
import { aLinkedPair } from '../a-linked-pair.ts';
import { anEnrollee, enrolled } from '../an-enrollee.ts';

const { house, clinic } = await aLinkedPair('Permit', { code: 'PER', name: 'Permit Mills' });

const own = { clientCode: 'PER', plan: 'FULL' };
const mother = await anEnrollee(house, await enrolled(house, own));
const stranger = await anEnrollee(house, await enrolled(house, { ...own, firstName: 'Other' }));
const child = await enrolled(house, {
  ...own,
  relation: 'child',
  principalMemberId: mother.memberId,
  firstName: 'Little',
  birthDate: '2020-01-01',
});

const page = async (path: string, who = mother) => {
  const response = await ask(path, { headers: { cookie: who.cookie } });
  return { status: response.status, html: await response.text() };
};

/** A request of somebody's, for tomorrow; its number. */
async function requested(memberId: string, birthDate: string, urgency = 'ROUTINE'): Promise<string> {
  const input = requestAuthorizationForm.parse({
    ...{ memberId, birthDate, urgency, currency: 'NGN' },
    encounterType: 'outpatient',
    practitionerName: 'Dr Bisi Cole',
    serviceDate: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    diagnoses: [{ code: 'B54', system: 'ICD-10' }],
    lines: [{ service: 'CONS', quantity: 3, unitPrice: 500_000 }],
  });
  const [filed] = await command(house, [{ type: 'RequestAuthorization', input }], clinic.principal);
  return String(filed?.number);
}

const decide = (input: DecideAuthorization) =>
  command(house, [{ type: 'DecideAuthorization', input }], house.principal);

/** What was recommended of a request when it was filed. */
async function recommended(number: string): Promise<string> {
  const found = await authorizationByNumber(tenantDatabase(env, house.id), number);
  return fingerprintOf((found?.lines ?? []).flatMap(({ judged }) => judged ?? []));
}

/** What the enrollee's own pages were told of a request, in order. */
async function told(number: string): Promise<string[]> {
  const { rows } = await connect(env, `tenant-${house.id}`).execute('select data from journal order by seq');
  return rows.flatMap(({ data }) => {
    const { members = [] } = JSON.parse(String(data ?? '{}')) ?? {};
    return members
      .filter(
        (each: { topic: string; about: string }) => each.topic === 'authorizations' && each.about === number,
      )
      .map(({ to, what }: { to: string[]; what: string }) => `${what} ${to.includes(mother.enrolleeId)}`);
  });
}

test('nobody has any at first, and the page says what will stand there', async () => {
  const { status, html } = await page('/me/authorizations', stranger);
  expect([status, html.includes('No authorizations yet')]).toEqual([200, true]);
});

test("one's own and a child's are listed and explained as they are decided; nobody else's, and nothing of the staff's", async () => {
  const [mine, hers] = [await requested(mother.memberId, '1990-05-17'), await requested(child, '2020-01-01')];
  const question = 'Which ward is it?';
  await command(
    house,
    [{ type: 'QueryAuthorization', input: { number: hers, version: 1, question } }],
    house.principal,
  );
  const waiting = await page(`/me/authorizations/${hers}`);
  expect(waiting.html).toContain('Not decided yet');
  await decide({
    verdict: 'reject',
    number: hers,
    version: 2,
    reasons: ['50'],
    sentence: 'Try the cheaper test first.',
  });
  await decide({
    verdict: 'grant',
    number: mine,
    version: 1,
    recommendation: await recommended(mine),
    lines: [{ line: 1, approvedQuantity: 2, approved: 1_000_000, reasons: ['119'] }],
  });
  const list = await page('/me/authorizations');
  for (const words of [mine, hers, 'Little', 'Permit Clinic', 'Approved in part', 'Not approved'])
    expect([words, list.html.includes(words)]).toEqual([words, true]);
  expect(list.html.indexOf(hers)).toBeLessThan(list.html.indexOf(mine));
  expect((await page('/me')).html).toContain('All authorizations');

  const granted = await page(`/me/authorizations/${mine}`);
  for (const words of ['Approved in part', 'Left to use', 'The limit of this benefit is used up.', '-PA-'])
    expect([words, granted.html.includes(words)]).toEqual([words, true]);
  const refused = await page(`/me/authorizations/${hers}`);
  expect(refused.html).toContain('Your insurer has not found that this was needed for your care.');
  for (const { html } of [list, granted, refused])
    for (const secret of ['risk', 'Risk', house.principal.name, question, 'cheaper test', 'B54', 'INV-'])
      expect([secret, html.includes(secret)]).toEqual([secret, false]);
  for (const number of [mine, hers]) {
    expect((await page(`/me/authorizations/${number}`, stranger)).status).toBe(404);
    expect((await page('/me/authorizations', stranger)).html).not.toContain(number);
  }
  expect((await page('/me/authorizations/PA-26-999999')).status).toBe(404);
  expect(await told(mine)).toEqual(['PARTIALLY_APPROVED true']);
  expect(await told(hers)).toEqual(['QUERIED true', 'REJECTED true']);
});

test('an emergency that one was asked about links to the question', async () => {
  const number = await requested(mother.memberId, '1990-05-17', 'EMERGENCY');
  await vi.waitFor(async () => expect((await page(`/me/alerts/${number}`)).status).toBe(200));
  expect((await page(`/me/authorizations/${number}`)).html).toContain(`href="/me/alerts/${number}"`);
});

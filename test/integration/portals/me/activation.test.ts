import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { accounts } from '../../../../schema/tables/directory/accounts.ts';
import { freshId } from '../../../../worker/command.ts';
import { connect } from '../../../../worker/databases/connect.ts';
import { openDirectory } from '../../../../worker/directory/directory.ts';
import { capturedMails } from '../../../../worker/notifications/captured-mail.ts';
import { ask, cookieOf, password, post } from '../../directory/people.ts';
import { account, command } from '../../isolation/machine.ts';
import { aHouse } from '../../isolation/organisations.ts';
import { enrolled } from '../an-enrollee.ts';

const house = await aHouse('tenant', 'Invites');
await command(house, [{ type: 'PutClient', input: { code: 'INDV', name: 'Individuals' } }]);
const directory = await openDirectory(env);
const birthDate = '1990-05-17';

async function somebody(email = `${freshId()}@people.example`) {
  const memberId = await enrolled(house, { clientCode: 'INDV', email });
  const invite = async () => {
    const page = await post(`/${house.slug}/enrollees/${memberId}/invitations`, {}, { cookie: house.cookie });
    const html = await page.text();
    const [, link = ''] = /<code class="code">https?:\/\/[^/]+(\/activate\/[^<]+)<\/code>/.exec(html) ?? [];
    return { status: page.status, link };
  };
  return { memberId, email, invite };
}

const text = async (answer: Response | Promise<Response>) => (await answer).text();

test('a link and a birth date open a portal, with a password that is chosen', async () => {
  const { email, invite } = await somebody();
  const { status, link } = await invite();
  expect([status, link.startsWith('/activate/')]).toEqual([200, true]);
  expect(await text(ask(link))).toContain('Your birth date');
  const second = await text(post(link, { birthDate }));
  expect([second.includes('Choose a password'), second.includes(email)]).toEqual([true, true]);
  for (const weak of ['short', '1234567890qwerty', 'aaaaaaaaaaaaaa'])
    expect((await post(link, { birthDate, password: weak })).status).toBe(422);
  const done = await post(link, { birthDate, password: 'rivers run past my door' });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/me']);
  const home = await ask('/me', { headers: { cookie: cookieOf(done) } });
  expect([home.status, (await home.text()).includes('Ngozi')]).toEqual([200, true]);
});

test('a link works once, and says so to whom it belongs', async () => {
  const { invite } = await somebody();
  const { link } = await invite();
  expect((await post(link, { birthDate, password: 'rivers run past my door' })).status).toBe(303);
  const again = await post(link, { birthDate });
  expect([again.status, (await again.text()).includes('has been used')]).toEqual([410, true]);
});

test('a wrong birth date, a wrong link and a link of nobody answer alike, and are slowed down', async () => {
  const { invite } = await somebody();
  const { link } = await invite();
  const wrong = [
    await post(link, { birthDate: '1990-05-18' }),
    await post(`${link}x`, { birthDate }),
    await post(`/activate/${house.id}.nobody/some-secret`, { birthDate }),
    await post('/activate/no-such-tenant.nobody/some-secret', { birthDate }),
  ];
  for (const answer of wrong) {
    const html = await answer.text();
    expect([answer.status, html.includes('do not belong together'), html.includes('Ngozi')]).toEqual([
      422,
      true,
      false,
    ]);
  }
  const statuses: number[] = [];
  for (let n = 0; n < 8; n += 1) statuses.push((await post(link, { birthDate: '1990-05-18' })).status);
  expect(statuses.at(-1)).toBe(429);
});

test('a later invitation ends the one before, and one of three days ago is over', async () => {
  const { memberId, invite } = await somebody();
  const first = await invite();
  const later = await invite();
  expect((await post(first.link, { birthDate })).status).toBe(422);
  await connect(env, `tenant-${house.id}`).execute({
    sql: `update enrollees set body = json_set(body, '$.invitation.expiresAt', 5) where member_id = ?`,
    args: [memberId],
  });
  const over = await post(later.link, { birthDate });
  expect([over.status, (await over.text()).includes('has expired')]).toEqual([410, true]);
});

test('who has an account already opens the portal with its password, and with no other', async () => {
  const own = await account('Ngozi Ade', password);
  const { invite } = await somebody(own.email);
  const { link } = await invite();
  expect(await text(post(link, { birthDate }))).toContain('Password of your account');
  expect((await post(link, { birthDate, password: 'rivers run past my door' })).status).toBe(422);
  const done = await post(link, { birthDate, password });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/me']);
  expect((await directory.select().from(accounts).where(eq(accounts.email, own.email))).length).toBe(1);
});

test('without an e-mail address there is nobody to invite, and who has a portal needs no invitation', async () => {
  const memberId = await enrolled(house, { clientCode: 'INDV' });
  const refused = await post(
    `/${house.slug}/enrollees/${memberId}/invitations`,
    {},
    { cookie: house.cookie },
  );
  expect(refused.status).toBe(422);
  const { invite } = await somebody();
  await post((await invite()).link, { birthDate, password: 'rivers run past my door' });
  expect((await invite()).status).toBe(409);
});

test('where the insurer sends mail, the link goes to them by it, and opens their portal', async () => {
  const channels = { host: 'smtp.example.com', port: '465', security: 'tls', from: 'care@house.example' };
  expect((await post(`/${house.slug}/settings/channels`, channels, { cookie: house.cookie })).status).toBe(
    303,
  );
  const { email, invite } = await somebody();
  const { status, link } = await invite();
  expect(status).toBe(200);
  const mail = async () =>
    (await capturedMails(env)).filter(({ to }) => to === email).map(({ text: words }) => words);
  await expect.poll(async () => (await mail()).length).toBe(1);
  const [words = ''] = await mail();
  const [, path = ''] = /https?:\/\/[^/\s]+(\/activate\/\S+)/.exec(words) ?? [];
  expect(path).toBe(link);
  expect(words).not.toContain('Ngozi');
  expect((await post(path, { birthDate, password: 'rivers run past my door' })).status).toBe(303);
  expect((await post(path, { birthDate })).status).toBe(410);
});

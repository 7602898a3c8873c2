import { expect, test } from 'vitest';
import { cardText, signedPart, slotAt } from '../../../schema/domain/members/card-code.ts';
import { freshId } from '../../../worker/command.ts';
import { familyCover } from '../../support/full-cover.ts';
import { ask, post } from '../directory/people.ts';
import { command } from '../isolation/machine.ts';
import { aHouse } from '../isolation/organisations.ts';
import { anEnrollee, enrolled } from './an-enrollee.ts';

const house = await aHouse('tenant', 'Desk');
const [clinic, elsewhere] = [await aHouse('facility', 'Desk'), await aHouse('facility', 'Far')];
await command(house, [
  { type: 'PutClient', input: { code: 'DESK', name: 'Desk Mills' } },
  ...[clinic, elsewhere].map(({ id }, nth) => ({
    type: 'LinkFacility' as const,
    input: {
      facilityId: id,
      externalId: `f-${nth}`,
      profile: { name: `Clinic ${nth}`, kind: 'clinic' as const },
    },
  })),
  { type: 'PutPlanVersion', input: familyCover },
]);
for (const each of [clinic, elsewhere])
  await command(each, [
    {
      type: 'LinkTenant',
      input: {
        tenantId: house.id,
        slug: house.slug,
        name: 'Desk Health',
        currency: 'NGN',
        zone: 'Africa/Lagos',
      },
    },
  ]);

const own = { clientCode: 'DESK', plan: 'FULL' };
const mother = await anEnrollee(house, await enrolled(house, { ...own, firstName: 'Mother' }));
const ofHers = { ...own, principalMemberId: mother.memberId } as const;
const child = await enrolled(house, {
  ...ofHers,
  relation: 'child',
  firstName: 'Little',
  birthDate: '2020-01-01',
});
const grown = await anEnrollee(
  house,
  await enrolled(house, { ...ofHers, relation: 'spouse', firstName: 'Grown', birthDate: '1988-02-02' }),
);
/** Whom desks check in and find nothing out about: no page that must not name somebody is searched for this name. */
const aunt = await anEnrollee(house, await enrolled(house, { ...own, firstName: 'Aunt' }));

const base64url = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64url');

/** A telephone that shows its owner's card, as the card's page has it: the private key is in its hand alone. */
async function aPhone(owner: { cookie: string } | null, device = freshId()) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new Error('no pair of keys');
  const raw = await crypto.subtle.exportKey('raw', keys.publicKey);
  const publicKey = raw instanceof ArrayBuffer ? base64url(raw) : '';
  if (owner) {
    const told = await post('/me/card/devices', { deviceId: device, publicKey }, { cookie: owner.cookie });
    expect(told.status).toBe(204);
  }
  const code = async (memberId: string, slotsOff = 0) => {
    const part = { insurer: house.slug, memberId, device, slot: slotAt(Date.now()) + slotsOff };
    const text = new TextEncoder().encode(signedPart(part));
    const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;
    return cardText({
      ...part,
      signature: base64url(await crypto.subtle.sign(signing, keys.privateKey, text)),
    });
  };
  return { device, code };
}

const at = async (fields: Record<string, string>, who = clinic) => {
  const answer = await post('/provider/check-in', fields, { cookie: who.cookie });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' };
};
const record = { go: 'record' };
const visits = async (who = clinic) => {
  const html = await (await ask('/provider/check-in', { headers: { cookie: who.cookie } })).text();
  return new Set(html.match(/VIS-\d\d-\d{6}/g) ?? []).size;
};

test('a card is looked up and checked in with its code; what was taken tells nobody anything again, anywhere', async () => {
  const phone = await aPhone(mother);
  const card = await phone.code(mother.memberId);
  const seen = await at({ card });
  expect([seen.status, seen.html.includes('Mother')]).toEqual([200, true]);
  const commandId = freshId();
  const done = await at({ card, ...record, command_id: commandId });
  expect([done.status, done.to.startsWith(`/provider/check-in/${house.id}/VIS-`)]).toEqual([303, true]);
  // The same form sent twice is one check-in; another one with the code is none.
  expect((await at({ card, ...record, command_id: commandId })).to).toBe(done.to);
  for (const [who, go] of [
    [clinic, {}],
    [clinic, record],
    [elsewhere, {}],
    [elsewhere, record],
  ] as const) {
    const { status, html } = await at({ card, ...go }, who);
    expect([status, html.includes('used already')]).toEqual([422, true]);
  }
  expect([await visits(), await visits(elsewhere)]).toEqual([1, 0]);
});

test('one code that is scanned at two desks at once checks in at one of them', async () => {
  const before = (await visits()) + (await visits(elsewhere));
  const phone = await aPhone(aunt);
  const card = await phone.code(aunt.memberId);
  const desks = [clinic, elsewhere, clinic, elsewhere];
  const taken = await Promise.all(desks.map((who) => at({ card, ...record }, who)));
  expect(taken.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
  expect((await visits()) + (await visits(elsewhere)) - before).toBe(1);
  // A code that was shown before the one that was taken is of no use either.
  expect((await at({ card: await phone.code(aunt.memberId, -1), ...record }, elsewhere)).status).toBe(422);
});

test('a telephone whose clock is some minutes off shows a code that is taken; farther off, or older, it is not', async () => {
  for (const [off, status] of [
    [-9, 200],
    [9, 200],
    [-12, 422],
    [12, 422],
    [100_000, 422],
  ] as const) {
    const phone = await aPhone(grown);
    expect([off, (await at({ card: await phone.code(grown.memberId, off) })).status]).toEqual([off, status]);
  }
});

test('what is forged, altered, or of a telephone that is not theirs, is no card', async () => {
  const phone = await aPhone(mother);
  const good = await phone.code(mother.memberId, 1);
  const unknown = await aPhone(null);
  const impostor = await aPhone(null, phone.device);
  const forged = [
    // signed by a key that nobody told of, and by another key under the name of one that somebody did
    await unknown.code(mother.memberId),
    await impostor.code(mother.memberId),
    // somebody else's member id, and another moment, under the signature
    good.replace(mother.memberId, child),
    good.replace(/:(\d+):([^:]+)$/, (_, slot, signature) => `:${Number(slot) + 1}:${signature}`),
    `${good.slice(0, -4)}AAAA`,
    good.replace(house.slug, 'nobody'),
    'VETRA1:x',
    'https://elsewhere.example/',
  ];
  for (const card of forged)
    for (const go of [{}, record]) {
      const { status, html } = await at({ card, ...go }, elsewhere);
      expect([card, status, html.includes('Mother Ade'), html.includes('Little')]).toEqual([
        card,
        422,
        false,
        false,
      ]);
    }
});

test('a principal’s telephone shows the card of a child, and of who is of full age only while they agree', async () => {
  const phone = await aPhone(mother);
  expect((await at({ card: await phone.code(child) })).html).toContain('Little');
  const ofGrown = async () => {
    const { status, html } = await at({ card: await phone.code(grown.memberId, 2) });
    return [status, html.includes('Grown')];
  };
  expect(await ofGrown()).toEqual([422, false]);
  const agree = (given: string) =>
    post('/me/profile/consents', { to: 'seen by principal', given }, { cookie: grown.cookie });
  await agree('1');
  expect(await ofGrown()).toEqual([200, true]);
  await agree('0');
  expect(await ofGrown()).toEqual([422, false]);
});

test('a birth date is not found out by trying, whether one looks somebody up or checks them in', async () => {
  const tries = async (memberId: string, go: Record<string, string>) => {
    const found: number[] = [];
    for (let nth = 0; nth < 24; nth += 1)
      found.push(
        (await at({ tenantId: house.id, memberId, birthDate: `1971-01-${10 + (nth % 18)}`, ...go })).status,
      );
    return found;
  };
  for (const [memberId, go] of [
    [grown.memberId, record],
    [child, {}],
  ] as const) {
    const found = await tries(memberId, go);
    expect([found[0], found.at(-1), found.filter((status) => status === 429).length > 0]).toEqual([
      422,
      429,
      true,
    ]);
  }
  // Not even the right one any more, from here; a card still opens it, and another facility is not held up.
  const right = { tenantId: house.id, memberId: grown.memberId, birthDate: '1988-02-02', ...record };
  const late = await at(right);
  expect([late.status, late.html.includes('wrong too often')]).toEqual([429, true]);
  expect((await at(right, elsewhere)).status).toBe(303);
  const phone = await aPhone(grown);
  expect((await at({ card: await phone.code(grown.memberId, 5) })).status).toBe(200);
});

import { expect, test } from 'vitest';
import { dateIn } from '../../../schema/domain/dates.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { inWorld, type World } from './a-desk.ts';
import { filedRequest, requestOf } from './a-request.ts';
import { claimOf, filed, manages, rows } from './a-risk-world.ts';
import { command, done } from './a-tenant.ts';
import { answers, emergency, ngozi, withPortal } from './an-alert.ts';

const birthDate = '1990-05-17';

/** Checks Ngozi in at the facility; the visit's number. */
async function checkedIn({ people, send }: World): Promise<string> {
  const clerk = { ...people.facility, permissions: ['facility.checkin.create'] as const };
  const outcome = done(await send(command(clerk, 'CheckIn', { memberId: ngozi, birthDate })));
  return 'number' in outcome ? String(outcome.number) : '';
}
const denies = (world: World, self: Principal, number: string) =>
  world.send(command(self, 'AnswerVisit', { number, mine: false }));
const today = (world: World) => dateIn('Africa/Lagos', world.now());
/** A claim of just now. */
const filedNow = (world: World, service = 'CONS') =>
  filed(world, {
    startedAt: new Date(world.now() - 1_000).toISOString(),
    lines: [{ service, quantity: 1, unitPrice: 100_000 }],
    total: 100_000,
  });
/** A request for today, of another service than the claims are. */
const askedToday = (world: World) =>
  filedRequest(world, {
    serviceDate: today(world),
    lines: [{ service: 'LAB-MP', quantity: 1, unitPrice: 150_000 }],
  });
const said = (number: string) => `The enrollee says that the check-in ${number} was not theirs.`;

test('a check-in that is denied is looked into once; what was filed of it is flagged and held, and its facility hears nothing', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const visit = await checkedIn(world);
    const claim = await filedNow(world);
    const other = await filed(world, { startedAt: new Date(world.now() - 9 * 86_400_000).toISOString() });
    const request = await askedToday(world);
    const later = await filedRequest(world);
    const before = await rows(world, 'select max(seq) as seq from journal');
    const both = await Promise.all([denies(world, self, visit), denies(world, self, visit)]);
    for (const each of both) expect(done(each)).toEqual({ number: visit, state: 'DENIED' });
    expect(await requestOf(world, request)).toMatchObject({
      state: 'REQUESTED',
      version: 1,
      risk: 90,
      holds: ['INV-000001'],
      flags: [{ rule: 'not_me', state: 'OPEN', evidence: said(visit) }],
    });
    await expect
      .poll(() => claimOf(world, claim))
      .toMatchObject({ holds: ['INV-000001'], risk: 90, flags: [{ rule: 'not_me', evidence: said(visit) }] });
    expect(await claimOf(world, other)).toMatchObject({ holds: [] });
    expect(await requestOf(world, later)).toMatchObject({ holds: [], flags: [] });
    const looked = await rows(
      world,
      "select id, state, title, body ->> '$.visit' visit, body ->> '$.claims' claims, body ->> '$.authorizations' requests from investigations",
    );
    expect(looked).toEqual([
      {
        id: 1,
        state: 'OPEN',
        title: `Not me: ${visit}`,
        visit,
        claims: JSON.stringify([claim]),
        requests: JSON.stringify([request]),
      },
    ]);
    expect(await rows(world, "select audience, subject from notices where kind = 'visit-denied'")).toEqual([
      { audience: 'risk.view', subject: ngozi },
    ]);
    const entries = await rows(world, `select action, data from journal where seq > ${before[0]?.seq}`);
    expect(entries.map(({ data }) => JSON.parse(String(data)).tell)).toEqual(entries.map(() => undefined));
    expect(entries.filter(({ action }) => action === 'AnswerVisit')).toHaveLength(2);
    expect(await world.findings()).toEqual([]);
  }));

test('with nothing filed yet the check-in stands denied and is looked into; what comes of it later is flagged and held as it is filed', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const visit = await checkedIn(world);
    done(await denies(world, self, visit));
    expect(await rows(world, 'select number, state from visits')).toEqual([
      { number: visit, state: 'DENIED' },
    ]);
    const claim = await filedNow(world);
    const request = await askedToday(world);
    expect(await claimOf(world, claim)).toMatchObject({
      holds: ['INV-000001'],
      flags: [{ rule: 'not_me', evidence: said(visit) }],
    });
    expect(await requestOf(world, request)).toMatchObject({ holds: ['INV-000001'], risk: 90 });
    const [looked] = await rows(
      world,
      "select version, body ->> '$.claims' claims, body ->> '$.authorizations' requests from investigations",
    );
    expect(looked).toMatchObject({
      claims: JSON.stringify([claim]),
      requests: JSON.stringify([request]),
    });
    const elsewhen = await filed(world, { startedAt: new Date(world.now() - 9 * 86_400_000).toISOString() });
    expect(await claimOf(world, elsewhen)).toMatchObject({ holds: [] });
    const closing = { version: Number(looked?.version), verdict: 'CLEARED' as const, reason: 'A mistake.' };
    await manages(world, 'CloseInvestigation', { investigation: 'INV-000001', ...closing });
    await expect.poll(() => claimOf(world, claim)).toMatchObject({ holds: [] });
    expect(await requestOf(world, request)).toMatchObject({
      holds: [],
      risk: 0,
      flags: [{ state: 'DISMISSED' }],
    });
    const after = await filedNow(world, 'LAB-MP');
    expect(await claimOf(world, after)).toMatchObject({ holds: [] });
    expect(await world.findings()).toEqual([]);
  }));

test('a request that was read before is found with those filed since, by an actor that woke meanwhile too', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const first = await filedRequest(world, { serviceDate: today(world) });
    const fresh = world.another();
    const on: World = { ...world, desk: fresh, send: (envelope) => world.send(envelope, fresh) };
    const second = await askedToday(on);
    const visit = await checkedIn(on);
    done(await denies(on, self, visit));
    for (const number of [first, second])
      expect(await requestOf(world, number)).toMatchObject({ holds: ['INV-000001'] });
  }));

test('an emergency that is denied: what bills its day there without naming it is flagged and held, before and after; cleared, it is let go', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const number = await emergency(world, { serviceDate: today(world) });
    const before = await filedNow(world);
    const other = await filed(world, { startedAt: new Date(world.now() - 9 * 86_400_000).toISOString() });
    done(await answers(world, self, number, 'NOT_ME'));
    const event = {
      rule: 'not_me',
      evidence: `The enrollee says that the visit of ${number} is not theirs.`,
    };
    await expect
      .poll(() => claimOf(world, before))
      .toMatchObject({ holds: ['INV-000001'], risk: 90, flags: [{ ...event, state: 'OPEN' }] });
    const after = await filedNow(world, 'LAB-MP');
    expect(await claimOf(world, after)).toMatchObject({ holds: ['INV-000001'], risk: 90, flags: [event] });
    expect(await claimOf(world, other)).toMatchObject({ holds: [], flags: [] });
    const [looked] = await rows(world, "select version, body ->> '$.claims' claims from investigations");
    expect(JSON.parse(String(looked?.claims))).toEqual([before, after]);
    const closing = { version: Number(looked?.version), verdict: 'CLEARED' as const, reason: 'A mistake.' };
    await manages(world, 'CloseInvestigation', { investigation: 'INV-000001', ...closing });
    for (const claim of [before, after])
      await expect
        .poll(() => claimOf(world, claim))
        .toMatchObject({ holds: [], risk: 0, flags: [{ ...event, state: 'DISMISSED' }] });
    const later = await filedNow(world, 'CONS');
    expect(await claimOf(world, later)).toMatchObject({ holds: [] });
    expect(await world.findings()).toEqual([]);
  }));

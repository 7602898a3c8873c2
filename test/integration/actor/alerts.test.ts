import { expect, test } from 'vitest';
import type { MemberNews } from '../../../schema/domain/members/member-news.ts';
import { freshId } from '../../../worker/command.ts';
import { inWorld, type World } from './a-desk.ts';
import { claimOf, filed, manages, rows } from './a-risk-world.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { answers, emergency, enrolled, ngozi, requestAt, withPortal } from './an-alert.ts';

const years = (n: number) => new Date(Date.now() - n * 365.25 * 86_400_000).toISOString().slice(0, 10);

/** What open pages were told, by portal id, while `down` is not set. */
function ears() {
  const told: { to: string; news: MemberNews }[] = [];
  let isDown = false;
  let missed = 0;
  const member = (to: string) => ({
    deliver: async (_: string, messages: MemberNews[]) => {
      if (isDown) {
        missed += 1;
        throw new Error('down');
      }
      told.push(...messages.map((news) => ({ to, news })));
      return { seq: 0 };
    },
    endAll: async () => {},
  });
  return {
    member,
    of: (topic: string) => told.filter(({ news }) => news.topic === topic),
    missed: () => missed,
    down: (is: boolean) => {
      isDown = is;
    },
  };
}

const journalOf = (world: World, action: string) =>
  rows(world, `select data, sealed from journal where action = '${action}' order by seq`);

test('of an emergency the enrollee is asked as it is filed, and of nothing else', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const number = await emergency(world);
    const { alert, state } = await requestAt(world, number);
    expect(state).toBe('REQUESTED');
    expect(alert).toMatchObject({
      state: 'ASKED',
      channels: ['screen'],
      answered: null,
      investigation: null,
    });
    expect(self.organisation.id.endsWith(`.${alert?.to}`)).toBe(true);
    const urgent = await emergency(world, { urgency: 'URGENT' });
    expect((await requestAt(world, urgent)).alert).toBeNull();
  }));

test('the alert is told straight after the commit, with its number alone', async () => {
  const { member, of } = ears();
  await inWorld(
    async (world) => {
      const self = await withPortal(world);
      const number = await emergency(world);
      const told = of('alerts');
      expect(told).toEqual([
        { to: self.organisation.id, news: expect.objectContaining({ about: number, what: 'asked' }) },
      ]);
      const [entry] = await journalOf(world, 'RequestAuthorization');
      expect(`${entry?.data}`).not.toMatch(/Ngozi|B50|Ade/);
    },
    { member },
  );
});

test('who cannot be reached at that moment is told when their actor is back', async () => {
  const { member, of, down, missed } = ears();
  await inWorld(
    async (world) => {
      await withPortal(world);
      down(true);
      const number = await emergency(world);
      await world.desk.outbox.drain();
      expect(missed()).toBeGreaterThan(0);
      down(false);
      world.later(60_000);
      await world.desk.rang();
      expect(of('alerts').map(({ news }) => news.about)).toEqual([number]);
    },
    { member },
  );
});

test('for a minor the principal is asked, a dependant of full age themselves, and where nothing reaches them staff are to ring', () =>
  inWorld(async (world) => {
    await withPortal(world);
    const [child, adult] = [
      await enrolled(world, { birthDate: years(9), principalId: ngozi }),
      await enrolled(world, {
        birthDate: years(20),
        principalId: ngozi,
        relation: 'spouse',
        phone: '+2348012345678',
      }),
    ];
    const ofChild = await requestAt(world, await emergency(world, { memberId: child, birthDate: years(9) }));
    expect(ofChild.alert?.to).not.toBe(ofChild.enrolleeId);
    expect(ofChild.alert?.channels).toEqual(['screen']);
    const ofAdult = await requestAt(world, await emergency(world, { memberId: adult, birthDate: years(20) }));
    expect(ofAdult.alert).toMatchObject({ to: ofAdult.enrolleeId, channels: ['call'] });
    const kinds = await rows(
      world,
      "select kind, audience from notices where kind like 'authorization-%' order by seq",
    );
    expect(kinds).toEqual([
      { kind: 'authorization-requested', audience: 'authorization.decide' },
      { kind: 'authorization-ring', audience: 'authorization.decide' },
    ]);
  }));

test('Not me: the risk event, an investigation, the hold, the notice; and care, decision and code go on', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const number = await emergency(world);
    expect(done(await answers(world, self, number, 'NOT_ME', { reason: 'I am in Kano.' }))).toEqual({
      number,
      answered: 'DENIED',
    });
    const one = await requestAt(world, number);
    expect(one).toMatchObject({ state: 'REQUESTED', version: 1, holds: ['INV-000001'], risk: 90 });
    expect(one.flags).toMatchObject([{ rule: 'not_me', weight: 0.9, state: 'OPEN', n: 1 }]);
    expect(one.alert).toMatchObject({ state: 'DENIED', investigation: 'INV-000001' });
    expect(await rows(world, 'select claim_id, number, rule from risk_events')).toEqual([
      { claim_id: -one.id, number, rule: 'not_me' },
    ]);
    const [investigation] = await rows(
      world,
      "select state, body ->> '$.authorizations' as about, body ->> '$.holds[0].on' as held from investigations",
    );
    expect(investigation).toEqual({ state: 'OPEN', about: `["${number}"]`, held: 'claims' });
    expect(await rows(world, "select audience, subject from notices where kind = 'not-me'")).toEqual([
      { audience: 'risk.view', subject: number },
    ]);
    const [entry] = await journalOf(world, 'AnswerAlert');
    expect(JSON.parse(String(entry?.data))).toMatchObject({
      alert: 'DENIED',
      client: 'INDV',
      month: /^\d{4}-\d\d$/,
    });
    expect(`${entry?.data}`).not.toMatch(/Kano|Ngozi/);
    expect(entry?.sealed).not.toBeNull();
    expect(await world.findings()).toEqual([]);
  }));

test('denied from two devices at once it is denied once, and a reason may come later', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const number = await emergency(world);
    const both = await Promise.all([
      answers(world, self, number, 'NOT_ME'),
      answers(world, self, number, 'NOT_ME', { through: 'push' }),
    ]);
    for (const answer of both) expect(done(answer)).toEqual({ number, answered: 'DENIED' });
    expect(await rows(world, 'select count(*) as n from investigations')).toEqual([{ n: 1 }]);
    expect(await rows(world, "select count(*) as n from notices where kind = 'not-me'")).toEqual([{ n: 1 }]);
    done(await answers(world, self, number, 'NOT_ME', { reason: 'I was at work.' }));
    done(await answers(world, self, number, 'NOT_ME', { reason: 'Another one.' }));
    const { alert, flags } = await requestAt(world, number);
    expect(alert?.answered).toMatchObject({ reason: 'I was at work.', through: 'screen' });
    expect(flags).toHaveLength(1);
  }));

test('Yes is recorded and may become a Not me; a Not me stands', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const number = await emergency(world);
    expect(done(await answers(world, self, number, 'YES'))).toMatchObject({ answered: 'CONFIRMED' });
    expect(done(await answers(world, self, number, 'YES'))).toMatchObject({ answered: 'CONFIRMED' });
    expect(done(await answers(world, self, number, 'NOT_ME'))).toMatchObject({ answered: 'DENIED' });
    expect(refusedAs(await answers(world, self, number, 'YES'))).toBe('wrong_state');
  }));

test('the same answer sent again with its id is the same, and with that id nothing else can be answered', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const number = await emergency(world);
    const id = freshId();
    done(await answers(world, self, number, 'YES', { id }));
    expect(done(await answers(world, self, number, 'YES', { id }))).toMatchObject({ answered: 'CONFIRMED' });
    expect(refusedAs(await answers(world, self, number, 'NOT_ME', { id }))).toBe('id_reused');
  }));

test("another person's alert is not found; staff answer by telephone only", () =>
  inWorld(async (world) => {
    await withPortal(world);
    const stranger = await withPortal(world, await enrolled(world, { birthDate: years(30) }));
    const number = await emergency(world);
    expect(refusedAs(await answers(world, stranger, number, 'NOT_ME'))).toBe('not_found');
    expect(refusedAs(await answers(world, stranger, 'PA-26-000999', 'NOT_ME'))).toBe('not_found');
    const claire = { ...world.people.staff, id: 'claire' };
    done(
      await world.send(
        command(world.people.system, 'PutStaff', {
          accountId: 'claire',
          name: 'Claire',
          email: 'claire@x.example',
          roleKey: 'claims-manager',
          state: 'ACTIVE',
        }),
      ),
    );
    expect(refusedAs(await answers(world, claire, number, 'YES', { through: 'screen' }))).toBe('not_found');
    expect(done(await answers(world, claire, number, 'YES', { through: 'call' }))).toMatchObject({
      answered: 'CONFIRMED',
    });
  }));

test('claims that name the request are held and flagged, those that are there and those that come; cleared, they are let go', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const number = await emergency(world);
    const { people } = world;
    const reference = 'TST-BR-261126-ABCDEF';
    await world.database.client.execute({
      sql: "update authorizations set code = ?, body = json_set(body, '$.breach', json(?)) where number = ?",
      args: [reference, JSON.stringify({ at: Date.now(), reference }), number],
    });
    const fresh = world.another();
    const on: World = { ...world, desk: fresh, send: (envelope) => world.send(envelope, fresh) };
    const lines = (day: number) => ({
      startedAt: new Date(Date.now() - day * 86_400_000).toISOString(),
      lines: [{ service: 'CONS', quantity: 1, unitPrice: 500_000, authorization: reference }],
      total: 500_000,
    });
    const before = await filed(on, lines(1));
    done(await answers(on, self, number, 'NOT_ME'));
    await on.desk.rang();
    expect((await claimOf(on, before)).holds).toEqual(['INV-000001']);
    expect((await claimOf(on, before)).flags.filter(({ rule }) => rule === 'not_me')).toHaveLength(1);
    const after = await filed(on, lines(5));
    const held = await claimOf(on, after);
    expect(held.holds).toEqual(['INV-000001']);
    expect(held.flags.some(({ rule }) => rule === 'not_me')).toBe(true);
    await manages(on, 'CloseInvestigation', {
      investigation: 'INV-000001',
      version: 2,
      verdict: 'CLEARED',
      reason: 'Their brother rang: it was them.',
    });
    await on.desk.rang();
    for (const number of [before, after]) expect((await claimOf(on, number)).holds).toEqual([]);
    const settled = await requestAt(on, number);
    expect(settled.holds).toEqual([]);
    expect(settled.flags).toMatchObject([{ rule: 'not_me', state: 'DISMISSED' }]);
    expect((await claimOf(on, before)).flags.find(({ rule }) => rule === 'not_me')?.state).toBe('DISMISSED');
    expect(await on.findings()).toEqual([]);
    expect(people.id).toBe(world.people.id);
  }));

test('whoever denied it hears what came of it', async () => {
  const { member, of } = ears();
  await inWorld(
    async (world) => {
      const self = await withPortal(world);
      const number = await emergency(world);
      done(await answers(world, self, number, 'NOT_ME'));
      await manages(world, 'CloseInvestigation', {
        investigation: 'INV-000001',
        version: 2,
        verdict: 'CONFIRMED',
        reason: 'Nobody was there.',
      });
      await world.desk.rang();
      expect(of('alerts').map(({ news }) => news.what)).toEqual(['asked', 'answered', 'closed']);
      const one = await requestAt(world, number);
      expect(one.flags).toMatchObject([{ state: 'CONFIRMED' }]);
      expect(one.holds).toEqual(['INV-000001']);
    },
    { member },
  );
});

import { expect, test } from 'vitest';
import type { AuthorizationState } from '../../../schema/domain/authorizations/authorization.ts';
import { inWorld, type World } from './a-desk.ts';
import { granting } from './a-request.ts';
import { claimOf, filed, manages, rows } from './a-risk-world.ts';
import { command, done } from './a-tenant.ts';
import { answers, emergency, requestAt, withPortal } from './an-alert.ts';

const today = () => new Date().toISOString().slice(0, 10);

/** A claim of one service under a code, of so many minutes ago. */
const under = (authorization: string, minutes: number) => ({
  startedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
  lines: [{ service: 'CONS', quantity: 1, unitPrice: 500_000, authorization }],
  total: 500_000,
});

async function granted(world: World): Promise<{ number: string; code: string }> {
  const number = await emergency(world, {
    serviceDate: today(),
    lines: [{ service: 'CONS', quantity: 2, unitPrice: 500_000 }],
  });
  done(await world.send(await granting(world, number)));
  return { number, code: (await requestAt(world, number)).code ?? '' };
}

/** Ends the first investigation as it is by now: what was filed meanwhile has come to it. */
async function closes(world: World, verdict: 'CLEARED' | 'CONFIRMED') {
  const [looked] = await rows(world, 'select version from investigations where id = 1');
  const version = Number(looked?.version);
  const closing = { version, verdict, reason: 'Looked into.' };
  return manages(world, 'CloseInvestigation', { investigation: 'INV-000001', ...closing });
}

test('a facility does not get out of an investigation by taking the request back: what it billed stays held', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const { number, code } = await granted(world);
    const claim = await filed(world, under(code, 30));
    done(await answers(world, self, number, 'NOT_ME'));
    await world.desk.rang();
    done(await world.send(command(world.people.facility, 'CancelAuthorization', { number })));
    const after = await requestAt(world, number);
    expect(after).toMatchObject({ state: 'CANCELLED', alert: { state: 'DENIED' } });
    expect(after.flags).toMatchObject([{ rule: 'not_me', state: 'OPEN' }]);
    const late = await filed(world, under(code, 10));
    await world.desk.rang();
    for (const each of [claim, late]) {
      const found = await claimOf(world, each);
      expect([each, found.holds]).toEqual([each, ['INV-000001']]);
      expect(found.flags.some(({ rule }) => rule === 'not_me')).toBe(true);
    }
    expect(await world.findings()).toEqual([]);
    await closes(world, 'CLEARED');
    await world.desk.rang();
    for (const each of [claim, late]) expect((await claimOf(world, each)).holds).toEqual([]);
    expect((await requestAt(world, number)).holds).toEqual([]);
    expect(await world.findings()).toEqual([]);
  }));

/** How a request may have ended before its enrollee looks at their telephone. */
const ends: Readonly<Partial<Record<AuthorizationState, (world: World, number: string) => Promise<void>>>> = {
  CANCELLED: async ({ send, people }, number) => {
    done(await send(command(people.facility, 'CancelAuthorization', { number })));
  },
  REJECTED: async ({ send, people }, number) => {
    const no = { verdict: 'reject' as const, number, version: 1, reasons: ['50'], sentence: 'No.' };
    done(await send(command(people.staff, 'DecideAuthorization', no)));
  },
  EXPIRED: async (world, number) => {
    done(await world.send(await granting(world, number)));
    world.later(((await requestAt(world, number)).expiresAt ?? 0) - world.now() + 1_000);
    await world.desk.rang();
  },
};

test.each(Object.keys(ends) as AuthorizationState[])(
  'of what is %s by then it can still be said that it was not theirs',
  (state) =>
    inWorld(async (world) => {
      const self = await withPortal(world);
      const number = await emergency(world);
      await ends[state]?.(world, number);
      expect((await requestAt(world, number)).state).toBe(state);
      expect(done(await answers(world, self, number, 'NOT_ME'))).toMatchObject({ answered: 'DENIED' });
      await world.desk.rang();
      const after = await requestAt(world, number);
      expect(after).toMatchObject({ state, alert: { state: 'DENIED', investigation: 'INV-000001' } });
      expect(await world.findings()).toEqual([]);
      await closes(world, 'CONFIRMED');
      await world.desk.rang();
      expect((await requestAt(world, number)).flags).toMatchObject([{ rule: 'not_me', state: 'CONFIRMED' }]);
      expect(await world.findings()).toEqual([]);
    }),
);

test('two that were denied are two investigations, and a claim that names both codes is held by both', () =>
  inWorld(async (world) => {
    const self = await withPortal(world);
    const [one, other] = [await granted(world), await granted(world)];
    for (const { number } of [one, other]) done(await answers(world, self, number, 'NOT_ME'));
    const line = { service: 'CONS', quantity: 1, unitPrice: 500_000 };
    const claim = await filed(world, {
      startedAt: new Date(Date.now() - 60_000).toISOString(),
      lines: [one, other].map(({ code }) => ({ ...line, authorization: code })),
      total: 1_000_000,
    });
    await world.desk.rang();
    const held = await claimOf(world, claim);
    expect([...held.holds].sort()).toEqual(['INV-000001', 'INV-000002']);
    await closes(world, 'CLEARED');
    await world.desk.rang();
    expect((await claimOf(world, claim)).holds).toEqual(['INV-000002']);
    expect(await rows(world, 'select state from investigations order by id')).toEqual([
      { state: 'CLEARED' },
      { state: 'OPEN' },
    ]);
    expect(await world.findings()).toEqual([]);
  }));

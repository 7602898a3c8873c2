import { blankBenefit } from '../../../schema/domain/plans/blank-rules.ts';
import type { PutEnrollee } from '../../../schema/forms/put-enrollee.ts';
import type { RequestAuthorizationInput } from '../../../schema/forms/request-authorization.ts';
import { fullCover } from '../../support/full-cover.ts';
import type { World } from './a-desk.ts';
import { all, person } from './a-family.ts';
import { filedRequest, granting, requestOf, rowsOf } from './a-request.ts';
import { command, done } from './a-tenant.ts';

const always = { need: 'always' as const, above: null };

/** Everything in full, with permission. */
const rich = {
  ...fullCover,
  code: 'RICH',
  name: 'Rich',
  rules: { ...fullCover.rules, benefits: [{ ...all, authorization: always }] },
};

/** ₦3,000 of tests a year, with permission; nothing else. */
const lean = {
  ...fullCover,
  code: 'LEAN',
  name: 'Lean',
  rules: {
    ...fullCover.rules,
    benefits: [
      {
        ...blankBenefit('LAB', 'Tests', 'laboratory'),
        groups: ['laboratory'],
        authorization: always,
        limits: { ...all.limits, period: 300_000 },
      },
    ],
  },
};

const born = '1991-05-17';

/** Where people are put and codes are granted: a desk in hand, or a tenant's own actor. */
export type Place = Pick<World, 'people' | 'send' | 'now'>;

/** Both plans, and people on the rich one, by their ids. */
export async function movers(world: Place, ...ids: string[]): Promise<void> {
  const { send, people } = world;
  for (const plan of [rich, lean]) done(await send(command(people.system, 'PutPlanVersion', plan)));
  for (const id of ids)
    done(await send(command(people.system, 'PutEnrollee', person(id, { plan: 'RICH', birthDate: born }))));
}

const day_ms = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A day so many days from now by the world's clock. */
export const inDays = ({ now }: Pick<World, 'now'>, days: number): string => dayOf(now() + days * day_ms);

/** The first day of the next month. */
export function nextMonth({ now }: Pick<World, 'now'>): string {
  const today = new Date(now() + 3_600_000);
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}

/** A consultation and four tests granted to somebody, planned for two days from now, under a code that is good for weeks. */
export async function aCodeOf(
  world: Place,
  enrolleeExternalId: string,
  own: Partial<RequestAuthorizationInput> = {},
): Promise<{ number: string; code: string }> {
  const number = await filedRequest(world, {
    enrolleeExternalId,
    memberId: undefined,
    birthDate: born,
    serviceDate: inDays(world, 2),
    lines: [
      { service: 'CONS', quantity: 1, unitPrice: 500_000 },
      { service: 'LAB-MP', quantity: 4, unitPrice: 150_000 },
    ],
    ...own,
  });
  done(await world.send(await granting(world, number, { validTo: inDays(world, 60) })));
  const { code } = await requestOf(world, number);
  return { number, code: code ?? '' };
}

/** Moves somebody to the lean plan; the day on which that takes effect. */
export async function moved(
  world: Place,
  externalId: string,
  own: Partial<PutEnrollee> = {},
): Promise<string> {
  const { send, people } = world;
  const input = { externalId, plan: own.plan ?? 'LEAN', withFamily: true };
  const outcome = done(await send(command(people.system, 'MovePlan', input)));
  return 'from' in outcome ? String(outcome.from) : '';
}

/** Lets the clock come to a minute after a day has begun in Lagos. */
export function comeTo(world: World, day: string): void {
  world.later(Date.parse(`${day}T00:01:00+01:00`) - world.now());
}

/** Where what is reserved stands, by plan, and what the ledger says of it. */
export const reservedByPlan = async (world: World): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await rowsOf(
        world,
        `select plan, sum(iif(kind = 'RESERVE', amount, -amount)) as left from ledger
          where kind in ('RESERVE', 'RELEASE') group by plan order by plan`,
      )
    ).map(({ plan, left }) => [String(plan), Number(left)]),
  );

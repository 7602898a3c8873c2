import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { LocalStore } from '../../../durable-objects/actor/local-store.ts';
import {
  byRank,
  type Cursor,
  isIn,
  type Part,
  type PlacedClaim,
  placeOf,
  type Ranked,
  rankedOf,
  start,
} from '../../../durable-objects/tenant/place.ts';
import { read_max } from '../../../durable-objects/tenant/place-search.ts';
import { View } from '../../../durable-objects/tenant/view.ts';
import { type ClaimState, openStates } from '../../../schema/domain/claims/claim.ts';
import { chance } from './chance.ts';

const states: readonly ClaimState[] = [...openStates, 'APPROVED'];

function aPlacedClaim(next: (below: number) => number, id: number): PlacedClaim {
  const state = states[next(states.length)] ?? 'RECEIVED';
  const dueAt = state === 'SUBMITTED' || next(5) === 0 ? null : next(4_000);
  const flag = { rule: 'duplicate', weight: 0.6, evidence: '', claims: [], line: null, at: 0 } as const;
  return {
    id,
    state,
    dueAt,
    rankAt: dueAt === null ? null : dueAt - next(50),
    facilityId: `f${id % 3}`,
    billingMonth: `2026-${10 + (id % 3)}`,
    clientCode: `c${id % 7}`,
    planCode: id % 5 === 0 ? null : `p${id % 4}`,
    claimed: next(1_000_000),
    risk: next(100),
    submittedAt: 500,
    recommended: next(2) === 0 ? null : { approved: 1, clean: next(2) === 0 },
    flags:
      next(4) === 0
        ? [{ ...flag, n: 1, state: next(2) === 0 ? ('OPEN' as const) : 'DISMISSED', disposed: null }]
        : [],
    holds: next(6) === 0 ? ['i1'] : [],
    queriedAt: null,
    remindedAt: null,
    warnedAt: null,
    breachedAt: null,
  };
}

type Asked = Omit<Part, 'after' | 'states'>;

/** Each filter that is offered, by itself. */
const filters = (now: number): Asked[] => [
  { facilityId: 'f0' },
  { facilityId: 'f1', billingMonth: '2026-11' },
  { clientCode: 'c3' },
  { planCode: 'p2' },
  { riskMin: 30 },
  { riskMin: 60 },
  { held: true },
  { flagged: true },
  { flagged: false },
  { clean: true },
  { dueBefore: now },
  { dueFrom: now, dueBefore: now + 40 },
];

/** Every filter, and every pair of them. */
const questions = (now: number): Asked[] => [
  {},
  ...filters(now),
  ...filters(now).flatMap((a, nth) =>
    filters(now)
      .slice(nth + 1)
      .map((b) => ({ ...a, ...b })),
  ),
];

/** Everything a part holds, page by page. */
function allOf(view: View, part: Omit<Part, 'after'>, limit: number): Ranked[] {
  const all: Ranked[] = [];
  for (let after: Cursor | null = start; after !== null; ) {
    const page = view.page({ ...part, after }, limit);
    expect(page.places.length).toBeLessThanOrEqual(limit);
    all.push(...page.places);
    after = page.next;
  }
  return all;
}

/** Claims come, move, are decided and written down while time passes; what is asked is counted from all of them. */
function check(view: View, { seed, claims, rounds }: { seed: number; claims: number; rounds: number }): void {
  const next = chance(seed);
  const all = new Map<number, PlacedClaim>();
  let now = 1_000;
  for (let round = 0; round < rounds; round += 1) {
    for (let nth = 0; nth < 1 + claims / 20; nth += 1) {
      const claim = aPlacedClaim(next, 1 + next(claims));
      all.set(claim.id, claim);
      view.apply(claim);
    }
    if (next(3) === 0) view.flush(round);
    now += next(100);
    const open = [...all.values()].map(placeOf).filter(({ state }) => state !== 'APPROVED');
    expect(view.late(now)).toBe(open.filter((place) => isIn(place, { states, dueBefore: now })).length);
    const asked = questions(now)[next(questions(now).length)] ?? {};
    const part = { states: next(2) === 0 ? openStates : (['RECEIVED'] as const), ...asked };
    const wanted = open.filter((place) => isIn(place, part)).sort(byRank);
    expect(allOf(view, part, claims < 100 ? 7 : 90), JSON.stringify(part)).toEqual(wanted.map(rankedOf));
    for (const place of wanted.slice(0, 5)) expect(view.find(place.id)).toEqual(place);
  }
}

for (const [claims, rounds] of [
  [40, 200],
  [3_000, 60],
] as const)
  test(`among ${claims} claims every filter, and every pair, finds what a recount finds, written or not`, async () => {
    const stub = env.MEMBER.getByName(`late-${claims}`);
    await runInDurableObject(stub, (_, state) => {
      const view = new View(new LocalStore(state.storage));
      view.begin();
      check(view, { seed: 20_261_123 + claims, claims, rounds });
    });
  });

test('a pair that nearly no claim meets costs a bounded look, says how far it came, and goes on', async () => {
  const stub = env.MEMBER.getByName('far-apart');
  await runInDurableObject(stub, (_, state) => {
    const view = new View(new LocalStore(state.storage));
    view.begin();
    const next = chance(1);
    const each = (id: number): PlacedClaim => ({
      ...aPlacedClaim(next, id),
      state: 'RECEIVED',
      facilityId: id % 2 === 0 ? 'even' : 'odd',
      clientCode: id % 2 === 0 ? 'c0' : 'c1',
    });
    for (let id = 1; id <= 4 * read_max; id += 1) view.apply(each(id));
    view.apply({ ...each(4 * read_max + 1), clientCode: 'c0', dueAt: 9_000, rankAt: 9_000 });
    view.flush(1);
    const part = { states: openStates, facilityId: 'odd', clientCode: 'c0' };
    const first = view.page({ ...part, after: start }, 50);
    expect(first.places).toEqual([]);
    expect(first.next).not.toBeNull();
    expect(allOf(view, part, 50).map(({ id }) => id)).toEqual([4 * read_max + 1]);
  });
});

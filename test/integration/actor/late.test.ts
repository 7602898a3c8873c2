import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { LocalStore } from '../../../durable-objects/actor/local-store.ts';
import { byRank, placeOf, View } from '../../../durable-objects/tenant/view.ts';
import { type ClaimState, openStates } from '../../../schema/domain/claims/claim.ts';

type Known = Parameters<typeof placeOf>[0];

/** Numbers that are the same for the same seed (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const states: readonly ClaimState[] = [...openStates, 'APPROVED'];

/** Claims come, move, are decided and written down while time passes; what is late is counted from all of them. */
function check(view: View, seed: number, claims: number, rounds: number): void {
  const next = chance(seed);
  const all = new Map<number, Known>();
  let now = 1_000;
  for (let round = 0; round < rounds; round += 1) {
    for (let nth = 0; nth < 1 + claims / 20; nth += 1) {
      const id = 1 + next(claims);
      const dueAt = next(5) === 0 ? null : next(4_000);
      const claim: Known = {
        id,
        state: states[next(states.length)] ?? 'RECEIVED',
        dueAt,
        rankAt: dueAt === null ? null : dueAt - next(50),
        facilityId: `f${id % 2}`,
        submittedAt: 500,
      };
      all.set(id, claim);
      view.apply(claim);
    }
    if (next(3) === 0) view.flush(round);
    now += next(100);
    const late = [...all.values()].filter(
      ({ state, dueAt }) => state !== 'APPROVED' && state !== 'QUERIED' && dueAt !== null && dueAt < now,
    );
    expect(view.late(now)).toBe(late.length);
    const received = late.filter(({ state, facilityId }) => state === 'RECEIVED' && facilityId === 'f0');
    const after = { rankAt: 300, id: 0 };
    const part = { state: 'RECEIVED', facilityId: 'f0', dueBefore: now, after } as const;
    const wanted = received
      .map(placeOf)
      .sort(byRank)
      .filter((place) => byRank(place, after) > 0);
    expect(view.page(part, 7)).toEqual(wanted.slice(0, 7));
  }
}

for (const [claims, rounds] of [
  [40, 120],
  [3_000, 40],
] as const)
  test(`among ${claims} claims the late ones are counted and found, few or many, written or not`, async () => {
    const stub = env.MEMBER.getByName(`late-${claims}`);
    await runInDurableObject(stub, (_, state) => {
      check(new View(new LocalStore(state.storage)), 20_261_123 + claims, claims, rounds);
    });
  });

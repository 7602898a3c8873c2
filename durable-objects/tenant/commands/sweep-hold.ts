import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { hold, letGo } from '../../../schema/domain/claims/holding.ts';
import { holdersOf, subjectsOf, sweepMoved } from '../../../schema/domain/investigations/hold-subject.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { SweepHold } from '../../../schema/forms/investigations.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { heldOtherwise } from '../investigating/hold-claims.ts';
import { deniedRequestWants } from '../investigating/of-denied-visit.ts';
import { authorizationsNamed, namedWants } from '../judging/codes-named.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';

/** Every subject by which the investigation can hold the claim. */
const subjectsBy = (investigation: string, claim: Claim): string[] => [
  ...subjectsOf(claim),
  `i:${investigation}`,
];

function wants(memory: TenantMemory, { investigation, subject, claims }: SweepHold): Want[] {
  const found: Want[] = [
    { shelf: memory.investigations, key: investigation },
    { shelf: memory.held, key: subject },
  ];
  for (const id of claims) {
    found.push({ shelf: memory.claims, key: String(id) });
    const claim = memory.claims.peek(String(id));
    if (!claim) continue;
    found.push(
      { shelf: memory.enrollees, key: enrolleeKey.id(claim.enrolleeId) },
      ...deniedRequestWants(memory, memory.enrollees.peek(enrolleeKey.id(claim.enrolleeId))),
      ...namedWants(memory, claim),
    );
    for (const each of subjectsBy(investigation, claim)) found.push({ shelf: memory.held, key: each });
  }
  return found;
}

/** Whether the investigation still holds the claim, by whatever it is held by. */
function isCovered(claim: Claim, investigation: string, { memory }: TenantContext): boolean {
  const holds = (subject: string) =>
    holdersOf(memory.held.get(subject) ?? { holds: [] }).includes(investigation);
  if (subjectsOf(claim).some(holds)) return true;
  const named = [...authorizationsNamed(memory, claim).values()];
  if (named.some((one) => one.holds.includes(investigation))) return true;
  const claims = memory.investigations.get(investigation)?.claims ?? [];
  return holds(`i:${investigation}`) && claims.includes(claim.number);
}

/** One portion of claims that get a hold, or are let go: which of the two follows from what holds them now. */
export const sweepHold: TenantHandler<'SweepHold'> = {
  wants,
  decide: (input, context) => {
    const { memory, at } = context;
    const { investigation, subject, since, after } = input;
    const held = memory.held.get(subject);
    const settings = memory.settings.get(only);
    const sweeping = held?.holds.find((each) => each.investigation === investigation && each.since === since);
    if (!held || !settings || !sweeping || sweeping.sweep === null)
      return refuse('wrong_state', 'Nothing is to be held, or let go, any more.');
    const changed = input.claims.flatMap((id) => {
      const claim = memory.claims.get(String(id));
      if (!claim) return [];
      const held = isCovered(claim, investigation, context)
        ? hold(claim, investigation, at)
        : letGo(claim, investigation, at, settings);
      return heldOtherwise(claim, held, context) ?? [];
    });
    memory.held.put(sweepMoved(held, investigation, after));
    const also = changed.map(({ id }) => id);
    return {
      outcome: { investigation, claims: also.length, more: after !== null },
      subject: `investigation:${investigation}`,
      data: { subject, since, after, also },
      did: { also: changed, ...(after === null ? {} : { sweeps: true as const }) },
    };
  },
};

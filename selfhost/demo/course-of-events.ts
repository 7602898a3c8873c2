import type { TenantCommand } from '../../schema/commands.ts';
import { dateIn, type Moment } from '../../schema/domain/dates.ts';
import { submitClaimForm } from '../../schema/forms/submit-claim.ts';
import type { Recommended, Sent } from '../door.ts';
import { decisionOn } from './decisions.ts';
import type { DemoClaim } from './demo-claim.ts';
import { householdOf } from './household.ts';
import { demoTenant } from './organisations.ts';
import { actingAs } from './principals.ts';
import type { DemoStep } from './story.ts';

/** One thing that happened to one claim; `step` is null for its submission. */
export interface Happening {
  at: Moment;
  claim: DemoClaim;
  step: DemoStep | null;
}

/** Number, version and state of a claim, as the product gave them. */
export interface Known {
  number: string;
  version: number;
  state: string;
}

const zone = demoTenant.open.zone;

/** The happenings of one day in rounds: in each a family comes at most once, for its claims share their limits. */
function roundsOf(day: readonly Happening[]): Happening[][] {
  const rounds: Happening[][] = [];
  const times = new Map<string, number>();
  for (const happening of day) {
    const family = householdOf(happening.claim.input.enrolleeExternalId);
    const nth = times.get(family) ?? 0;
    times.set(family, nth + 1);
    const round = rounds[nth];
    if (round) round.push(happening);
    else rounds[nth] = [happening];
  }
  return rounds;
}

/**
 * Everything that happened to the claims, day by day and within a day in rounds in which no family comes twice: what is
 * next for a claim names the version that its last step made, and what is recommended rests on the family's other claims. Rounds make half as many batches as the order of the
 * clock would.
 */
export function batchesOf(claims: readonly DemoClaim[]): Happening[][] {
  const happenings: Happening[] = claims.flatMap((claim) => [
    { at: claim.at, claim, step: null },
    ...claim.steps.map((step) => ({ at: step.at, claim, step })),
  ]);
  happenings.sort((a, b) => a.at - b.at);
  return [...Map.groupBy(happenings, ({ at }) => dateIn(zone, at)).values()].flatMap(roundsOf);
}

function commandOf(step: DemoStep, claim: DemoClaim, known: Known, judged?: Recommended): TenantCommand {
  const { number, version } = known;
  switch (step.type) {
    case 'TakeClaim':
      return { type: step.type, input: { number } };
    case 'QueryClaim':
      return { type: 'QueryClaim', input: { number, version, question: step.question } };
    case 'AnswerQuery':
      return { type: 'AnswerQuery', input: { number, answer: step.answer } };
    case 'DecideClaim':
      if (!judged) throw new RangeError(`${number} was not judged`);
      return decisionOn(known, claim.input.lines, step.leaning, judged);
    default:
      return step satisfies never;
  }
}

/** What is known of a happening's claim: number and version, and, where it is decided, what is recommended. */
export interface Told {
  known?: Known | undefined;
  judged?: Recommended | undefined;
}

/** The command that makes it happen, sent in the name of whoever did it. `memberIds` by the enrollees' ids of the demo. */
export function sentFor(
  { at, claim, step }: Happening,
  { known, judged }: Told,
  memberIds: ReadonlyMap<string, string>,
): Sent<TenantCommand> {
  const { enrolleeExternalId, ...rest } = claim.input;
  if (step === null) {
    const input = submitClaimForm.parse({ ...rest, memberId: memberIds.get(enrolleeExternalId) });
    const principal = actingAs(claim.by, claim.facility);
    return {
      id: `demo-${rest.externalId}-submitted`,
      at,
      principal,
      command: { type: 'SubmitClaim', input },
    };
  }
  if (!known) throw new RangeError(`${rest.externalId} has no number yet`);
  const principal = actingAs(step.by, step.type === 'AnswerQuery' ? claim.facility : 'meridian');
  return {
    id: `demo-${rest.externalId}-${claim.steps.indexOf(step)}`,
    at,
    principal,
    command: commandOf(step, claim, known, judged),
  };
}

import type { TenantCommand } from '../../schema/commands.ts';
import { dateIn, type Moment } from '../../schema/domain/dates.ts';
import { submitClaimForm } from '../../schema/forms/submit-claim.ts';
import type { Sent } from '../door.ts';
import type { DemoClaim } from './demo-claim.ts';
import { demoTenant } from './organisations.ts';
import { actingAs } from './principals.ts';
import type { DemoStep } from './story.ts';

/** One thing that happened to one claim; `step` is null for its submission. */
export interface Happening {
  at: Moment;
  claim: DemoClaim;
  step: DemoStep | null;
}

/** Number and version of a claim, as the product gave them. */
export interface Known {
  number: string;
  version: number;
}

const zone = demoTenant.open.zone;

/** The happenings of one day in rounds: in each a claim comes at most once. */
function roundsOf(day: readonly Happening[]): Happening[][] {
  const rounds: Happening[][] = [];
  const times = new Map<DemoClaim, number>();
  for (const happening of day) {
    const nth = times.get(happening.claim) ?? 0;
    times.set(happening.claim, nth + 1);
    const round = rounds[nth];
    if (round) round.push(happening);
    else rounds[nth] = [happening];
  }
  return rounds;
}

/**
 * Everything that happened to the claims, day by day and within a day in rounds in which no claim comes twice: what is
 * next for a claim names the version that its last step made. Rounds make half as many batches as the order of the
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

function commandOf(step: DemoStep, { number, version }: Known): TenantCommand {
  switch (step.type) {
    case 'TakeClaim':
      return { type: step.type, input: { number } };
    case 'QueryClaim':
      return { type: 'QueryClaim', input: { number, version, question: step.question } };
    case 'AnswerQuery':
      return { type: 'AnswerQuery', input: { number, answer: step.answer } };
    case 'ApproveClaim': {
      const { lines, sentence } = step;
      const input = { number, version, ...(lines && { lines }), ...(sentence && { sentence }) };
      return { type: 'ApproveClaim', input };
    }
    case 'RejectClaim': {
      const { reasons, sentence } = step;
      return { type: 'RejectClaim', input: { number, version, reasons, sentence } };
    }
    default:
      return step satisfies never;
  }
}

/** The command that makes it happen, sent in the name of whoever did it. `memberIds` by the enrollees' ids of the demo. */
export function sentFor(
  { at, claim, step }: Happening,
  known: Known | undefined,
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
    command: commandOf(step, known),
  };
}

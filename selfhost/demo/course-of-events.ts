import type { TenantCommand } from '../../schema/commands.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { submitClaimForm } from '../../schema/forms/submit-claim.ts';
import type { DemoClaim } from './claims.ts';
import type { Sent } from './door.ts';
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

const BATCH_MAX = 50;

/**
 * Everything that happened to the claims, in the order in which it did, cut into batches in which no claim comes twice:
 * what is next for a claim names the version that its last step made.
 */
export function batchesOf(claims: readonly DemoClaim[]): Happening[][] {
  const happenings: Happening[] = claims.flatMap((claim) => [
    { at: claim.at, claim, step: null },
    ...claim.steps.map((step) => ({ at: step.at, claim, step })),
  ]);
  happenings.sort((a, b) => a.at - b.at);
  const batches: Happening[][] = [];
  let batch: Happening[] = [];
  let within = new Set<DemoClaim>();
  for (const happening of happenings) {
    if (batch.length === 0 || batch.length === BATCH_MAX || within.has(happening.claim)) {
      batch = [];
      within = new Set();
      batches.push(batch);
    }
    batch.push(happening);
    within.add(happening.claim);
  }
  return batches;
}

function commandOf(step: DemoStep, { number, version }: Known): TenantCommand {
  switch (step.type) {
    case 'TakeClaim':
    case 'ReleaseClaim':
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

import type { Judgement } from '../adjudication/judgement.ts';
import type { Moment } from '../dates.ts';
import type { StraightThrough } from '../tenant-settings.ts';
import type { Claim, Step } from './claim.ts';
import { asRecommended, judgedLines } from './decided-line.ts';

/** What beside the judgement decides whether a claim goes straight through. */
export interface StraightThroughFacts {
  rule: StraightThrough;
  /** 0–100 (claims.md, Risk) */
  risk: number;
  /** a whole number drawn evenly from 0 to 65535: whether it is the one in so many that a person checks */
  drawn: number;
  at: Moment;
}

/** Whether the rule lets this claim through: on, every line passes, risk and amount within its bounds. */
function goesStraightThrough(
  judgement: Judgement,
  { rule, risk }: Pick<StraightThroughFacts, 'rule' | 'risk'>,
): boolean {
  return (
    rule.on &&
    judgement.clean &&
    judgement.approved > 0 &&
    judgement.approved <= rule.amountMax &&
    risk <= rule.riskMax
  );
}

/**
 * A claim that has just been received, approved by the system as recommended if the rule lets it through (claims.md,
 * Adjudication): it passes IN_REVIEW within the one command. What an investigation holds stays, and one in `sampleOneIn` is left
 * to a person, marked as such.
 */
export function passStraightThrough(claim: Claim, judgement: Judgement, facts: StraightThroughFacts): Claim {
  const { rule, drawn, at } = facts;
  if (claim.state !== 'RECEIVED' || claim.holds.length > 0 || !goesStraightThrough(judgement, facts))
    return claim;
  const sampled = drawn % rule.sampleOneIn === 0;
  const marked = { ...claim, straightThrough: { rule: rule.name, sampled } };
  if (sampled) return marked;
  const by = `Vetra: ${rule.name}`;
  const step = (state: Step['state']): Step => ({ at, state, by });
  return {
    ...marked,
    state: 'APPROVED',
    outcome: 'FULL',
    lines: judgedLines(claim, judgement).map(asRecommended),
    approved: judgement.approved,
    history: [...claim.history, step('IN_REVIEW'), step('APPROVED')],
    decidedAt: at,
    decidedBy: 'system',
  };
}

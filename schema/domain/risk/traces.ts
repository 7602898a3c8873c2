import { claimIdOf } from '../ids.ts';
import type { FacilityBaseline, FacilityPattern, Traces } from './baseline.ts';
import type { RiskFacts } from './facts.ts';
import type { RiskFinding, RiskRule } from './flag.ts';
import { consultationsOf } from './peers.ts';
import type { RiskSettings } from './settings.ts';
import { figureAt } from './spans.ts';
import { huggedBy } from './standing.ts';
import { isNewRun } from './submissions.ts';

/** So many claims of one pattern are remembered, the latest: what one command may flag at most, and little to write down. */
const traces_max = 60;

/** What was found on a claim, and which earlier claims it named could not be flagged now: the next one that finds the same does. */
export interface Raised {
  findings: readonly Pick<RiskFinding, 'rule'>[];
  unreached: ReadonlySet<number>;
}

/** A claim on which nothing was found. */
export const nothingRaised: Raised = { findings: [], unreached: new Set() };

/** One of them: the running number of the claim, and its mark. */
export type Trace = readonly [id: number, mark: number];

/** The claims that are remembered. */
export function tracesIn(traces: Traces = []): Trace[] {
  const found: Trace[] = [];
  let id = 0;
  for (let i = 0; i + 1 < traces.length; i += 2) {
    id += figureAt(traces, i);
    found.push([id, figureAt(traces, i + 1)]);
  }
  return found;
}

/** As they are kept with one more, the latest; every claim does this, so nothing is taken apart for it. */
function withTrace(traces: Traces, [id, mark]: Trace): Traces {
  let last = 0;
  for (let i = 0; i < traces.length; i += 2) last += figureAt(traces, i);
  const all = [...traces, id - last, mark];
  if (all.length <= 2 * traces_max) return all;
  // The second is counted from where the first was, which goes.
  return [figureAt(all, 0) + figureAt(all, 2), ...all.slice(3)];
}

/** Those of them that are meant, as they are kept. */
const filtered = (traces: Traces, isMeant: (trace: Trace) => boolean): Traces =>
  tracesIn(traces).filter(isMeant).reduce<Traces>(withTrace, []);

/** Whether a rule found anything on it. */
export const isFound = ({ findings }: Raised, rule: RiskRule) =>
  findings.some((finding) => finding.rule === rule);

/** What a claim leaves behind for a pattern it may become part of; null: it cannot. */
function marksOf(
  { placed }: Pick<FacilityBaseline, 'placed'>,
  facts: RiskFacts,
  settings: RiskSettings,
): Record<FacilityPattern, number | null> {
  const { highest } = consultationsOf(facts);
  const hugged = huggedBy(facts.claim.claimed, facts.ceilings, settings.threshold_hugging.percent);
  const isCorrection = facts.claim.replaces !== null;
  return {
    rapid_fire: 0,
    // Above what it does itself on the mean: nobody codes up to less.
    upcoding: isCorrection || 10 * highest <= (placed ?? 10) ? null : highest,
    threshold_hugging: isCorrection || hugged === null ? null : 10 * (1 - hugged.part),
  };
}

/**
 * A facility's traces once a claim has come in. Where a pattern was found, the claims it consists of have been flagged and fall
 * off; so each is reached once, however long the pattern goes on.
 */
export function facilityTraces(
  facility: FacilityBaseline,
  facts: RiskFacts,
  settings: RiskSettings,
  raised: Raised,
): NonNullable<FacilityBaseline['traces']> {
  const id = claimIdOf(facts.claim.number);
  const marks = marksOf(facility, facts, settings);
  const after = (pattern: FacilityPattern): Traces => {
    const isOver = pattern === 'rapid_fire' && isNewRun(facility, facts.claim.submittedAt);
    const before = isOver ? [] : (facility.traces?.[pattern] ?? []);
    if (isFound(raised, pattern)) return filtered(before, ([one]) => raised.unreached.has(one));
    const mark = marks[pattern];
    return id === null || mark === null ? before : withTrace(before, [id, mark]);
  };
  return {
    rapid_fire: after('rapid_fire'),
    upcoding: after('upcoding'),
    threshold_hugging: after('threshold_hugging'),
  };
}

/** Day of the month, by which a practitioner's traces are told apart. */
export const markOfDay = (day: string): number => Number(day.slice(8));

/** A practitioner's traces once a claim with procedures on that day has come in; `isBusy`: it was found that they are too many. */
export function practitionerTraces(
  before: Traces = [],
  {
    number,
    day,
    isBusy,
    unreached,
  }: { number: string; day: string; isBusy: boolean } & Pick<Raised, 'unreached'>,
): Traces {
  const id = claimIdOf(number);
  if (isBusy) return filtered(before, ([one, mark]) => mark !== markOfDay(day) || unreached.has(one));
  return id === null ? before : withTrace(before, [id, markOfDay(day)]);
}

import { claimIdOf } from '../ids.ts';
import { findingsPerRule_max } from './detect.ts';
import type { RiskFacts } from './facts.ts';
import type { RiskFinding, RiskRule } from './flag.ts';
import {
  baselineAt,
  facilityKey,
  type KeyedClaim,
  type Known,
  type Peer,
  peersKey,
  practitionerKey,
} from './keys.ts';
import { busyDays } from './procedures.ts';
import type { RiskSettings } from './settings.ts';
import { highMixOf, huggingOf, partOf } from './standing.ts';
import { burstOf, momentOf } from './submissions.ts';
import { markOfDay, type Trace, tracesIn } from './traces.ts';

/** An earlier claim that a finding is about as well, and what is said of it there. */
export interface Reached {
  id: number;
  finding: RiskFinding;
}

/**
 * Rules whose finding is true of either claim alike: nobody knows in which of two places the person was, and the whole is billed beside
 * its parts as they are beside it. Of the others the first claim stands, and what names it there weighs nothing: it shows the link.
 */
const mutual: ReadonlySet<RiskRule> = new Set<RiskRule>(['impossible_dates', 'unbundling']);

/** How evidence begins that a later claim brought. */
export const reachedWith = 'Found with ';

/** A claim of a pattern, and how much of the rule's weight it has. */
type Member = readonly [id: number, part: number];

const whole = ([id]: Trace): Member => [id, 1];

/** Claims that a pattern found on this one consists of beside it, as far as they are remembered. */
function membersOf(rule: RiskRule, facts: RiskFacts, settings: RiskSettings): readonly Member[] {
  const { claim, baselines } = facts;
  const facility = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  if (rule === 'rapid_fire') return tracesIn(facility?.traces?.rapid_fire).map(whole);
  // How much it weighs less is its mark, in tenths; what was remembered before marks were made has none, and weighs in full.
  if (rule === 'threshold_hugging')
    return tracesIn(facility?.traces?.threshold_hugging).map(([id, mark]): Member => [id, 1 - mark / 10]);
  if (rule === 'upcoding') {
    const peers = baselineAt(baselines, peersKey(facts.facility), 'peers');
    const mix = facility && peers && highMixOf(facility, peers, claim.submittedAt, settings.upcoding);
    const members = tracesIn(facility?.traces?.upcoding);
    return mix
      ? members.map(([id, level]): Member => [id, partOf(level, mix)]).filter(([, part]) => part > 0)
      : [];
  }
  if (rule !== 'busy_practitioner') return [];
  return [...busyDays(facts, settings).keys()].flatMap((day) => {
    const known = baselineAt(baselines, practitionerKey(claim, day), 'practitioner');
    return tracesIn(known?.traces)
      .filter(([, mark]) => mark === markOfDay(day))
      .map(whole);
  });
}

/**
 * The earlier claims that what was found on a claim reaches: all that a pattern consists of, and the other one of a pair. Each
 * once for a rule. An investigator wants the forty claims of a burst, and not only the last twenty.
 */
export function reachOf(
  facts: RiskFacts,
  settings: RiskSettings,
  findings: readonly RiskFinding[],
): Reached[] {
  const { number } = facts.claim;
  const reached = new Map<string, Reached>();
  const add = (id: number, { rule, weight, evidence }: RiskFinding, claims: readonly string[]) => {
    const key = `${id} ${rule}`;
    if (reached.has(key)) return;
    const found = { rule, weight, evidence: `${reachedWith}${number}: ${evidence}`, claims, line: null };
    reached.set(key, { id, finding: found });
  };
  for (const finding of findings) {
    for (const [id, part] of membersOf(finding.rule, facts, settings))
      add(id, { ...finding, weight: settings[finding.rule].weight * part }, []);
    const isMutual = mutual.has(finding.rule);
    const weight = isMutual ? finding.weight : 0;
    // A link is shown on the first that is named: a hundredth copy must not write a hundred claims.
    for (const other of finding.claims.slice(0, isMutual ? findingsPerRule_max : 1)) {
      const id = claimIdOf(other);
      if (id !== null) add(id, { ...finding, weight }, [number]);
    }
  }
  return [...reached.values()];
}

/** What of a claim that is being filed says whom it may reach. */
export interface ReachingClaim extends KeyedClaim {
  lines: readonly { service: string; serviceDate: string; quantity: number }[];
}

/**
 * Ids of earlier claims of a pattern that a claim may come to find: whoever scores it has them at hand then. Nothing unless the
 * pattern is there; it may name a few too many, and whoever is left out is reached by the next claim that finds the pattern.
 */
export function mayReach(
  baselines: Known,
  claim: ReachingClaim,
  peer: Peer,
  settings: RiskSettings,
): number[] {
  const found: Trace[] = [];
  const facility = baselineAt(baselines, facilityKey(claim.facilityId), 'facility');
  if (facility) {
    const { rapid_fire = [], upcoding = [], threshold_hugging = [] } = facility.traces ?? {};
    const { window } = facility;
    const at = momentOf(window.at);
    const many = window.count + window.before + 1;
    if (rapid_fire.length > 0 && burstOf(facility, at, many, settings.rapid_fire))
      found.push(...tracesIn(rapid_fire));
    const peers = baselineAt(baselines, peersKey(peer), 'peers');
    if (peers && upcoding.length > 0 && highMixOf(facility, peers, at, settings.upcoding))
      found.push(...tracesIn(upcoding));
    if (peers && threshold_hugging.length > 0 && huggingOf(facility, peers, at, settings.threshold_hugging))
      found.push(...tracesIn(threshold_hugging));
  }
  const units = new Map<string, number>();
  for (const { serviceDate, quantity } of claim.lines)
    units.set(serviceDate, (units.get(serviceDate) ?? 0) + quantity);
  for (const [day, many] of units) {
    const known = baselineAt(baselines, practitionerKey(claim, day), 'practitioner');
    if (known && (known.days[day] ?? 0) + many > settings.busy_practitioner.proceduresMax)
      found.push(...tracesIn(known.traces).filter(([, mark]) => mark === markOfDay(day)));
  }
  return found.map(([id]) => id);
}

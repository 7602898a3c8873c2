import type { Moment } from '../dates.ts';
import type { Baseline, FacilityBaseline, PeersBaseline, PractitionerBaseline } from './baseline.ts';
import { withCourse } from './courses.ts';
import type { RiskFacts } from './facts.ts';
import {
  baselineAt,
  courseKey,
  diagnosisKey,
  facilityKey,
  peersKey,
  practitionerKey,
  priceKey,
} from './keys.ts';
import { usualFor, withAmount } from './means.ts';
import { nearClaims } from './near.ts';
import { ceilingOver, consultationsOf, type Dearness, withPeerFigures } from './peers.ts';
import { busyDays, proceduresOf } from './procedures.ts';
import type { RiskSettings } from './settings.ts';
import { huggingOf } from './standing.ts';
import { withSubmission } from './submissions.ts';
import { facilityTraces, isFound, nothingRaised, practitionerTraces, type Raised } from './traces.ts';

const noFacility: FacilityBaseline = {
  is: 'facility',
  window: { at: 0, count: 0, before: 0 },
  peaks: [],
  levels: [],
  prices: [],
  placed: null,
  amounts: [],
};
const noPractitioner: PractitionerBaseline = { is: 'practitioner', days: {} };
const noPeers: PeersBaseline = { is: 'peers', levels: [], amounts: [] };

/** Whether a facility hugs ceilings twice as much as needs be to be found: then it is no measure for its peers. */
const hugsClearly = (
  facility: FacilityBaseline,
  peers: PeersBaseline,
  at: Moment,
  { threshold_hugging }: RiskSettings,
): boolean =>
  huggingOf(facility, peers, at, { ...threshold_hugging, factor: 2 * threshold_hugging.factor }) !== null;

/** A claim's prices over the means of others', where enough are known. */
function dearnessOfLines({ claim, facility, baselines }: RiskFacts, observationsMin: number): Dearness {
  let lines = 0;
  let ratios = 0;
  for (const { service, unitPrice } of claim.lines) {
    const means = baselineAt(baselines, priceKey(service, facility), 'means');
    const usual = means && usualFor(means, claim.facilityId, claim.submittedAt, observationsMin);
    if (!usual) continue;
    lines++;
    ratios += Math.round(100 * Math.min(2, Math.max(0.5, unitPrice / usual.mean)));
  }
  return { lines, ratios };
}

/** Puts a claim's prices, amount and procedures where they belong. */
function learnFigures(
  facts: RiskFacts,
  settings: RiskSettings,
  { unreached }: Raised,
  found: Map<string, Baseline>,
): void {
  const { claim, facility } = facts;
  const known = (key: string) => found.get(key) ?? facts.baselines.get(key);
  const { facilityId, submittedAt: at } = claim;
  const learnAmount = (key: string, amount: number, isNear: boolean) => {
    const before = known(key);
    const means = before?.is === 'means' ? before : null;
    found.set(key, withAmount(means, { facilityId, at, amount, isNear }));
  };
  for (const line of claim.lines) {
    const near = nearClaims(facts, line, settings.near_duplicate.days, true);
    learnAmount(priceKey(line.service, facility), line.unitPrice, near.length > 0);
  }
  const diagnosis = diagnosisKey(claim);
  if (diagnosis !== null) learnAmount(diagnosis, claim.claimed, false);
  const course = courseKey(claim);
  if (course !== null) found.set(course, withCourse(baselineAt(facts.baselines, course, 'course'), facts));
  const busy = busyDays(facts, settings);
  for (const [day, units] of proceduresOf(facts, settings.busy_practitioner.groups)) {
    const key = practitionerKey(claim, day);
    const before = known(key);
    const known_ = before?.is === 'practitioner' ? before : noPractitioner;
    const traces = practitionerTraces(known_.traces, {
      number: claim.number,
      day,
      isBusy: busy.has(day),
      unreached,
    });
    const days = { ...known_.days, [day]: (known_.days[day] ?? 0) + units };
    found.set(key, { is: 'practitioner', days, traces });
  }
}

/**
 * The baselines that a claim changes, by key, with its figures in them: to be called once per claim, after `detect` and with the same
 * facts, and kept with the claim; `raised` is what was found on it. What it returns are new values; those handed in stay as they were. A claim that is already
 * learned changes nothing; one that corrects another counts as a submission only, for its services have been counted.
 */
export function learn(
  facts: RiskFacts,
  settings: RiskSettings,
  raised: Raised = nothingRaised,
): Map<string, Baseline> {
  const found = new Map<string, Baseline>();
  if (facts.learned) return found;
  const { claim } = facts;
  const at = claim.submittedAt;
  const facility = baselineAt(facts.baselines, facilityKey(claim.facilityId), 'facility') ?? noFacility;
  const submitted = {
    ...facility,
    ...withSubmission(facility, at, {
      windowsMin: settings.rapid_fire.windowsMin,
      isBurst: isFound(raised, 'rapid_fire'),
    }),
    traces: facilityTraces(facility, facts, settings, raised),
  };
  if (claim.replaces !== null) return found.set(facilityKey(claim.facilityId), submitted);
  const peers = baselineAt(facts.baselines, peersKey(facts.facility), 'peers') ?? noPeers;
  const figures = withPeerFigures(facility, peers, {
    at,
    consultations: consultationsOf(facts),
    dearness: dearnessOfLines(facts, settings.price_outlier.observationsMin),
    isUnder: ceilingOver(claim.claimed, facts.ceilings, settings.threshold_hugging.percent) !== null,
    consultationsMin: settings.upcoding.consultationsMin,
    isHigh: isFound(raised, 'upcoding'),
    isHugging: isFound(raised, 'threshold_hugging') && hugsClearly(facility, peers, at, settings),
  });
  found.set(facilityKey(claim.facilityId), { ...submitted, ...figures.facility });
  found.set(peersKey(facts.facility), figures.peers);
  learnFigures(facts, settings, raised, found);
  return found;
}

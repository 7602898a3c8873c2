import type { Baseline, FacilityBaseline, PeersBaseline } from './baseline.ts';
import type { RiskFacts, ScoredClaim, ScoredFacility } from './facts.ts';
import { hashOf, usualFor, withAmount } from './means.ts';
import { nearClaims } from './near.ts';
import { ceilingOver, consultationsOf, type Dearness, withPeerFigures } from './peers.ts';
import type { RiskSettings } from './settings.ts';
import { withSubmission } from './submissions.ts';

/** What of a claim its baselines' keys follow from. */
export interface KeyedClaim
  extends Pick<ScoredClaim, 'facilityId' | 'practitionerName' | 'practitionerLicence' | 'encounterType'> {
  diagnoses: readonly { code: string }[];
  lines: readonly { service: string; serviceDate: string }[];
}

type Peer = Pick<ScoredFacility, 'kind' | 'level'>;

/** Prices of one service at facilities of a kind. */
export const priceKey = (service: string, { kind }: Pick<Peer, 'kind'>): string => `price:${service}:${kind}`;

/** Amounts of claims by main diagnosis (its subcategory, four signs, as in `E11.9`) and kind of encounter; null: it names none. */
export function diagnosisKey({
  diagnoses,
  encounterType,
}: Pick<KeyedClaim, 'diagnoses' | 'encounterType'>): string | null {
  const main = diagnoses[0];
  return main ? `diagnosis:${main.code.replace('.', '').slice(0, 4).toUpperCase()}:${encounterType}` : null;
}

/** What is known of a facility. */
export const facilityKey = (facilityId: string): string => `facility:${facilityId}`;

/** What is known of all facilities of its kind and level. */
export const peersKey = ({ kind, level }: Peer): string => `peers:${kind}:${level ?? ''}`;

/** A practitioner's procedures in a month of service: by licence; without one by a number made of facility and name, never the name itself. */
export function practitionerKey(claim: Omit<KeyedClaim, 'lines'>, serviceDate: string): string {
  const { practitionerLicence, practitionerName, facilityId } = claim;
  const who = practitionerLicence ?? `${facilityId}.${hashOf(practitionerName.trim().toLowerCase())}`;
  return `practitioner:${who}:${serviceDate.slice(0, 7)}`;
}

/** The keys of all baselines that a claim is compared with and goes into, each once: about ten for a claim of five lines. */
export function baselineKeysOf(claim: KeyedClaim, facility: Peer): string[] {
  const keys = new Set([facilityKey(claim.facilityId), peersKey(facility)]);
  const diagnosis = diagnosisKey(claim);
  if (diagnosis !== null) keys.add(diagnosis);
  for (const { service, serviceDate } of claim.lines) {
    keys.add(priceKey(service, facility));
    keys.add(practitionerKey(claim, serviceDate));
  }
  return [...keys];
}

const noFacility: FacilityBaseline = {
  is: 'facility',
  window: { at: 0, count: 0, before: 0 },
  peaks: [],
  levels: [],
  prices: [],
  placed: null,
  amounts: [],
};
const noPeers: PeersBaseline = { is: 'peers', levels: [], amounts: [] };

/** The baseline under a key if it is there, and of the kind that belongs there. */
export function baselineAt<K extends Baseline['is']>(
  baselines: ReadonlyMap<string, Baseline>,
  key: string,
  is: K,
): Extract<Baseline, { is: K }> | null {
  const found = baselines.get(key);
  return found !== undefined && isOf(found, is) ? found : null;
}

const isOf = <K extends Baseline['is']>(found: Baseline, is: K): found is Extract<Baseline, { is: K }> =>
  found.is === is;

/** Units of procedures on a claim's lines, by day of service. */
export function proceduresOf({ claim, services }: RiskFacts, groups: readonly string[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const { service, serviceDate, quantity } of claim.lines) {
    const group = services.get(service)?.group;
    if (group !== undefined && groups.includes(group))
      days.set(serviceDate, (days.get(serviceDate) ?? 0) + quantity);
  }
  return days;
}

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
function learnFigures(facts: RiskFacts, settings: RiskSettings, found: Map<string, Baseline>): void {
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
  for (const [day, units] of proceduresOf(facts, settings.busy_practitioner.groups)) {
    const key = practitionerKey(claim, day);
    const before = known(key);
    const days = before?.is === 'practitioner' ? before.days : {};
    found.set(key, { is: 'practitioner', days: { ...days, [day]: (days[day] ?? 0) + units } });
  }
}

/**
 * The baselines that a claim changes, by key, with its figures in them: to be called once per claim, after `detect` and with the same
 * facts, and kept with the claim. What it returns are new values; those handed in stay as they were. A claim that is already
 * learned changes nothing; one that corrects another counts as a submission only, for its services have been counted.
 */
export function learn(facts: RiskFacts, settings: RiskSettings): Map<string, Baseline> {
  const found = new Map<string, Baseline>();
  if (facts.learned) return found;
  const { claim } = facts;
  const at = claim.submittedAt;
  const facility = baselineAt(facts.baselines, facilityKey(claim.facilityId), 'facility') ?? noFacility;
  const submitted = { ...facility, ...withSubmission(facility, at, settings.rapid_fire.windowsMin) };
  if (claim.replaces !== null) return found.set(facilityKey(claim.facilityId), submitted);
  const peers = baselineAt(facts.baselines, peersKey(facts.facility), 'peers') ?? noPeers;
  const figures = withPeerFigures(facility, peers, {
    at,
    consultations: consultationsOf(facts),
    dearness: dearnessOfLines(facts, settings.price_outlier.observationsMin),
    isUnder: ceilingOver(claim.claimed, facts.ceilings, settings.threshold_hugging.percent) !== null,
    consultationsMin: settings.upcoding.consultationsMin,
  });
  found.set(facilityKey(claim.facilityId), { ...submitted, ...figures.facility });
  found.set(peersKey(facts.facility), figures.peers);
  learnFigures(facts, settings, found);
  return found;
}

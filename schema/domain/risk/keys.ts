import type { Baseline } from './baseline.ts';
import type { ScoredClaim, ScoredFacility } from './facts.ts';
import { hashOf } from './means.ts';

/** What of a claim its baselines' keys follow from. */
export interface KeyedClaim
  extends Pick<ScoredClaim, 'facilityId' | 'practitionerName' | 'practitionerLicence' | 'encounterType'> {
  diagnoses: readonly { code: string }[];
  lines: readonly { service: string; serviceDate: string }[];
}

/** Whom a facility is compared with. */
export type Peer = Pick<ScoredFacility, 'kind' | 'level'>;

/** Prices of one service at facilities of a kind. */
export const priceKey = (service: string, { kind }: Pick<Peer, 'kind'>): string => `price:${service}:${kind}`;

const subcategory = ({ code }: { code: string }) => code.replace('.', '').slice(0, 4).toUpperCase();

/** Amounts of claims by main diagnosis (its subcategory, four signs, as in `E11.9`) and kind of encounter; null: it names none. */
export function diagnosisKey({
  diagnoses,
  encounterType,
}: Pick<KeyedClaim, 'diagnoses' | 'encounterType'>): string | null {
  const main = diagnoses[0];
  return main ? `diagnosis:${subcategory(main)}:${encounterType}` : null;
}

/** Services by main diagnosis; null: the claim names none, or others beside it. */
export function courseKey({ diagnoses }: Pick<KeyedClaim, 'diagnoses'>): string | null {
  const [main] = diagnoses;
  return main && diagnoses.length === 1 ? `course:${subcategory(main)}` : null;
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
  const course = courseKey(claim);
  if (diagnosis !== null) keys.add(diagnosis);
  if (course !== null) keys.add(course);
  for (const { service, serviceDate } of claim.lines) {
    keys.add(priceKey(service, facility));
    keys.add(practitionerKey(claim, serviceDate));
  }
  return [...keys];
}

/** Baselines by key, from wherever they are kept. */
export type Known = Pick<ReadonlyMap<string, Baseline>, 'get'>;

/** The baseline under a key if it is there, and of the kind that belongs there. */
export function baselineAt<K extends Baseline['is']>(
  baselines: Known,
  key: string,
  is: K,
): Extract<Baseline, { is: K }> | null {
  const found = baselines.get(key);
  return found !== undefined && isOf(found, is) ? found : null;
}

const isOf = <K extends Baseline['is']>(found: Baseline, is: K): found is Extract<Baseline, { is: K }> =>
  found.is === is;

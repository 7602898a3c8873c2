import type { EncounterType } from '../../schema/domain/claims/claim.ts';
import type { FacilityKey } from './organisations.ts';

/** A line that a visit may have. */
export interface Item {
  code: string;
  /** how often it is part of such a visit, 0–1 */
  chance: number;
  from: number;
  to: number;
  /** once for every night stayed, whatever `from` and `to` say */
  nightly: boolean;
}

/** One kind of visit: who comes with what, where to, and what is done about it. */
export interface Visit {
  what: string;
  weight: number;
  encounterType: EncounterType;
  at: readonly FacilityKey[];
  who: { sex?: 'female' | 'male'; fromAge: number; toAge: number };
  /** one of these; within each the main diagnosis comes first */
  diagnoses: readonly (readonly string[])[];
  items: readonly Item[];
  /** nights stayed, both ends included */
  nights?: readonly [number, number];
  accident?: boolean;
  referral?: string;
}

export const everywhere: readonly FacilityKey[] = ['lagoon-view', 'marigold', 'baobab'];
export const hospitals: readonly FacilityKey[] = ['lagoon-view', 'baobab'];

/** A line that every such visit has. */
export const always = (code: string, from = 1, to = from): Item => ({
  code,
  chance: 1,
  from,
  to,
  nightly: false,
});
/** A line that some have. */
export const often = (code: string, chance: number, from = 1, to = from): Item => ({
  code,
  chance,
  from,
  to,
  nightly: false,
});
/** A line per night stayed. */
export const nightly = (code: string): Item => ({ code, chance: 1, from: 1, to: 1, nightly: true });

export const adults = { fromAge: 18, toAge: 70 };
export const children = { fromAge: 0, toAge: 14 };
export const anyone = { fromAge: 1, toAge: 70 };

/** A visit that ends the same day; out-patient and anywhere unless said otherwise. */
export const outpatient = (
  what: string,
  weight: number,
  who: Visit['who'],
  diagnoses: Visit['diagnoses'],
  items: Visit['items'],
  more: Partial<Visit> = {},
): Visit => ({ what, weight, encounterType: 'outpatient', at: everywhere, who, diagnoses, items, ...more });

import type { Claim } from '../claims/claim.ts';
import type { HoldOn } from './steps.ts';

/**
 * A practitioner by licence, however it was typed; null: the claim names none, and no hold can find it. The index
 * `claims_of_practitioner` does the same.
 */
export function licenceKey(licence: string | null): string | null {
  const key = (licence ?? '').toUpperCase().replace(/[ ./-]/g, '');
  return key === '' ? null : key;
}

/** What a hold is found by when a claim comes in. */
export function holdSubject(investigation: string, { on, of }: HoldOn): string {
  if (on === 'facility') return `f:${of}`;
  return on === 'practitioner' ? `p:${of}` : `i:${investigation}`;
}

/** A request of an investigation: what the claims that name it are found by while they are being held, or let go. */
export const requestSubject = (number: string): string => `a:${number}`;

/** The subjects by which a claim can be held as it is filed. */
export function subjectsOf(claim: Pick<Claim, 'facilityId' | 'practitionerLicence'>): string[] {
  const licence = licenceKey(claim.practitionerLicence);
  return [`f:${claim.facilityId}`, ...(licence === null ? [] : [`p:${licence}`])];
}

/** Where a hold's work in the background stands: claims are being held, or let go; null: none is left to be. */
export type Sweep = 'PLACING' | 'LIFTING' | null;

/** One investigation's hold on a subject. */
export interface SubjectHold {
  investigation: string;
  sweep: Sweep;
  /** the journal number of the command that began the sweep: another one begins anew */
  since: number;
  /** the claim after which the sweep goes on, by id */
  after: number;
}

/** Everything that holds one subject. */
export interface HeldSubject {
  subject: string;
  holds: readonly SubjectHold[];
}

/** The investigations that hold a subject's claims; those letting go do no longer. */
export const holdersOf = ({ holds }: Pick<HeldSubject, 'holds'>): string[] =>
  holds.filter(({ sweep }) => sweep !== 'LIFTING').map(({ investigation }) => investigation);

/** The subject with this investigation's sweep begun anew. */
export function sweepBegun(
  before: HeldSubject,
  { investigation, sweep, since }: Pick<SubjectHold, 'investigation' | 'sweep' | 'since'>,
): HeldSubject {
  const others = before.holds.filter((each) => each.investigation !== investigation);
  return { ...before, holds: [...others, { investigation, sweep, since, after: 0 }] };
}

/** The subject after a portion of the sweep; null in `after`: it was the last. A hold that has let go of all is gone. */
export function sweepMoved(before: HeldSubject, investigation: string, after: number | null): HeldSubject {
  const holds = before.holds.flatMap((each) => {
    if (each.investigation !== investigation) return [each];
    if (after !== null) return [{ ...each, after }];
    return each.sweep === 'LIFTING' ? [] : [{ ...each, sweep: null }];
  });
  return { ...before, holds };
}

import type { CalendarDate } from '../dates.ts';

/**
 * What prices of a service or amounts of a diagnosis usually are. Robust in two ways: what is added counts as twice the mean at
 * most (and half of it at least), so that a fifth of all amounts, however high, lifts the mean by a third; and facilities are parted
 * into five groups, of which a facility's own is left out when it is compared: nobody can move what they are held against.
 */
export interface Means {
  is: 'means';
  /** spans of two months, latest last, six at most: `[span, n, sum, squares, near, n, sum …]`, four for each of the groups; `near`: how many
   * of the n the person had had within days at the same facility */
  spans: readonly (readonly number[])[];
}

/**
 * Earlier claims that a pattern may come to consist of, in the order in which they came: `[number, mark, how much greater the next number is,
 * mark …]`; the mark says whether one does (see `traces.ts`).
 */
export type Traces = readonly number[];

/** What is known of one facility; each list is by spans of days, latest last, and what is older than the span it is for falls off. */
export interface FacilityBaseline {
  is: 'facility';
  /**
   * the ten minutes of its last submission, how many there were in them, and in the ten before. `run`: how many it has
   * sent since it last sent none for a day, how many it had to send when that began (null: nobody can say), whether that
   * was found to be a burst, and the ten minutes in which it began. `isBurst`: one was found in these ten minutes. `batches`: the
   * ten minutes in which its latest batches began, those that were no burst, five at most
   */
  window: {
    at: number;
    count: number;
    before: number;
    isBurst?: boolean;
    run?: { sent: number; owed: number | null; isBurst: boolean; from?: number };
    batches?: readonly number[];
  };
  /** 65 days: `[span, submissions, windows with so many, submissions, windows …]`; ten minutes without any are not counted;
   * those in which a burst was found have a size below zero */
  peaks: readonly (readonly number[])[];
  /** 360 days: `[span, consultations, sum of their levels, of those on claims that were found to be coded up]` */
  levels: readonly (readonly number[])[];
  /** 90 days: `[span, lines, sum of their prices over the mean of others', in hundredths]`: how dear it is; each counts 50 to 200 */
  prices: readonly (readonly number[])[];
  /** where it stands among its peers, in tenths of a level; null: it had too few consultations */
  placed: number | null;
  /** 90 days: `[span, claims, of those just under a ceiling, of those one case too many by far]` */
  amounts: readonly (readonly number[])[];
  /** the latest of its claims that nothing was found on, by the pattern they may become part of (see `traces.ts`) */
  traces?: Readonly<Partial<Record<FacilityPattern, Traces>>>;
}

/** Rules that find a pattern in a facility's claims. */
export type FacilityPattern = 'rapid_fire' | 'upcoding' | 'threshold_hugging';

/** What is known of all facilities of a kind and level. */
export interface PeersBaseline {
  is: 'peers';
  /** how many facilities have so high a mean level of consultation: `[tenths of a level, facilities]`, lowest first */
  levels: readonly (readonly [number, number])[];
  /** as of a facility; those that are one case too many by far are not counted as under a ceiling */
  amounts: readonly (readonly number[])[];
}

/** Procedures of one practitioner in one month, by day of service. */
export interface PractitionerBaseline {
  is: 'practitioner';
  days: Readonly<Record<CalendarDate, number>>;
  /** the latest claims with any of them on days that are not too full, by day of the month */
  traces?: Traces;
}

/** What is billed with a main diagnosis, by claims that name no other one. */
export interface CourseBaseline {
  is: 'course';
  /** claims by group of facilities, of which there are five; half are forgotten from time to time */
  claims: readonly number[];
  /** how many of them had a service, and which groups billed it (a bit each): `[service, claims, groups]`, forty at most */
  services: readonly (readonly [service: string, claims: number, groups: number])[];
}

/** What a claim is compared with: small, bounded, kept under a key that follows from the claim (see `baselineKeysOf`). */
export type Baseline = Means | FacilityBaseline | PeersBaseline | PractitionerBaseline | CourseBaseline;

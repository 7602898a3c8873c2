import type { Moment } from '../dates.ts';
import type { RiskRule } from '../risk/flag.ts';

/** Where an investigation stands (claims.md, Risk). */
export const investigationStates = ['OPEN', 'CONFIRMED', 'CLEARED'] as const;
/** One of them. */
export type InvestigationState = (typeof investigationStates)[number];

/** What an investigation can hold: its own claims (with its requests, and the claims that name those), all of a facility's, or all of a practitioner's. */
export const holdKinds = ['claims', 'facility', 'practitioner'] as const;
/** One of them. */
export type HoldKind = (typeof holdKinds)[number];

/** One hold of an investigation. */
export interface PlacedHold {
  on: HoldKind;
  /** the facility's id or the practitioner's licence; '' for its own claims */
  of: string;
  /** as people call it */
  name: string;
  at: Moment;
  by: string;
  liftedAt: Moment | null;
  liftedBy: string | null;
}

/** A risk event that is looked into: of which claim or request, its number there. */
export interface InvestigatedEvent {
  /** the number of the claim, or of the request */
  claim: string;
  n: number;
  rule: RiskRule;
}

/** What happened to an investigation, for its history. */
export interface InvestigationStep {
  at: Moment;
  by: string;
  what: 'opened' | 'added' | 'noted' | 'attached' | 'detached' | 'held' | 'lifted' | 'confirmed' | 'cleared';
  /** how many were added, or what is held */
  detail: string;
}

/** Risk events and claims that are looked into together. */
export interface Investigation {
  /** counts up within the tenant */
  id: number;
  /** `INV-000012` */
  number: string;
  title: string;
  state: InvestigationState;
  /** counts up with every change; closing it names the version that was seen */
  version: number;
  openedAt: Moment;
  /** account; the name is in the history */
  openedBy: string;
  /** the number of the check-in that was denied; left out: it is of none */
  visit?: string;
  events: readonly InvestigatedEvent[];
  /** numbers of the claims it is about, those of its events among them */
  claims: readonly string[];
  /** numbers of the requests it is about, those of its events among them: whatever holds its claims holds their payment too */
  authorizations: readonly string[];
  holds: readonly PlacedHold[];
  notes: readonly { at: Moment; by: string; text: string }[];
  history: readonly InvestigationStep[];
  /** how it ended; null while it is open */
  closed: { at: Moment; by: string; reason: string } | null;
}

/** The number of an investigation. */
export const investigationNumber = (id: number): string => `INV-${String(id).padStart(6, '0')}`;

/** The id within a number; null where the text is none. */
export function investigationIdOf(number: string): number | null {
  const digits = /^INV-(\d{6,12})$/.exec(number)?.[1];
  return digits === undefined ? null : Number(digits);
}

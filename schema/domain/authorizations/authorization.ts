import type { LineJudgement } from '../adjudication/judgement.ts';
import type { Attachment } from '../claims/attachment.ts';
import type { EncounterType } from '../claims/claim.ts';
import type { GivenReason } from '../claims/given-reason.ts';
import type { CalendarDate, Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { LinePrice } from '../pricing/tariff.ts';
import type { RiskFlag } from '../risk/flag.ts';
import type { Alert } from './alert.ts';
import type { Appeal } from './appeal.ts';
import type {
  Admission,
  AuthorizationMessage,
  AuthorizationProposal,
  AuthorizationStep,
  Breach,
  EarlierGrant,
  NamedBy,
  PlanMoved,
} from './parts.ts';

/** A request's life (authorizations.md). An appeal is a record of its own, within it. */
export const authorizationStates = [
  'REQUESTED',
  'QUERIED',
  'APPROVED',
  'PARTIALLY_APPROVED',
  'REJECTED',
  'CANCELLED',
  'USED',
  'EXPIRED',
] as const;
/** One state of that life. */
export type AuthorizationState = (typeof authorizationStates)[number];

/** How soon an answer is needed: with the plan's scheme it sets the clock. */
export const urgencies = ['EMERGENCY', 'URGENT', 'ROUTINE'] as const;
/** One of them. */
export type Urgency = (typeof urgencies)[number];

/** Where what a line was granted is reserved in the family's account. */
export interface Reservation {
  /** first day of the plan year */
  period: CalendarDate;
  plan: string;
  benefit: string;
  /** 1 where it carries the visit, else 0 */
  visits: number;
  /** whether its units are days of a service billed per day */
  daily: boolean;
}

/**
 * One service asked for. What was asked never changes, but for the days of an admission: an extension asks for more, and those
 * after its discharge are no longer asked for. What is granted, and what of it is used, stands beside it.
 */
export interface AuthorizationLine {
  /** 1, 2, 3 … within the request */
  line: number;
  service: string;
  /** the service's name when it was asked for */
  name: string;
  quantity: number;
  /** the facility's estimate for one */
  unitPrice: Minor;
  /** quantity × unitPrice */
  requested: Minor;
  price: LinePrice;
  /** what the engine recommended; null until it was judged */
  judged: LineJudgement | null;
  /** granted, in units and in what the tenant pays at most; null until it is decided */
  approvedQuantity: number | null;
  approved: Minor | null;
  reasons: GivenReason[];
  /** why more was granted than recommended; null where it was not */
  override: string | null;
  /** what approved claim lines have drawn of it */
  usedQuantity: number;
  used: Minor;
  /** null: nothing is reserved (not granted, or released) */
  reservation: Reservation | null;
  /** what it was granted before moves of plan that lowered it, in their order; left out: there was none */
  earlier?: readonly EarlierGrant[];
}

/** What a line says of its decision and its use while there is none. */
export const ungranted = {
  judged: null,
  approvedQuantity: null,
  approved: null,
  reasons: [],
  override: null,
  usedQuantity: 0,
  used: 0,
  reservation: null,
} satisfies Partial<AuthorizationLine>;

/** The aggregate: one row of the tenant's, its lines, diagnoses, appeals and conversation within it. */
export interface Authorization {
  id: number;
  /** `PA-26-000123` */
  number: string;
  /** the sender's own id; unique per facility */
  externalId: string | null;
  state: AuthorizationState;
  /** counts up with every change; a decision names the version it saw */
  version: number;
  facilityId: string;
  facilityName: string;
  enrolleeId: string;
  memberId: string;
  enrolleeName: string;
  clientCode: string;
  planCode: string | null;
  encounterType: EncounterType;
  urgency: Urgency;
  /** the planned first day of service, in the tenant's zone */
  serviceDate: CalendarDate;
  /** when care began, for an emergency filed after the fact; null: it has not */
  happenedAt: Moment | null;
  practitionerName: string | null;
  diagnoses: { code: string; system: string; name: string }[];
  referral: string | null;
  lines: AuthorizationLine[];
  currency: string;
  requested: Minor;
  approved: Minor | null;
  requestedAt: Moment;
  /** account or key that entered it: somebody else must approve it */
  submittedBy: string;
  /** who of the tenant's own filed it for the facility, by name, and who rang when; null: the facility did */
  entered: { by: string; caller: string; calledAt: Moment } | null;
  /** when it must be answered; null once it is */
  dueAt: Moment | null;
  /** how long the clock ran from the beginning, in milliseconds: amber is its last quarter */
  clock_ms: number;
  /** whether a query stops the clock, and past it the facility may proceed: as the scheme's clock was when it was filed */
  queryStops: boolean;
  mayProceed: boolean;
  /** the clock stands while QUERIED, where the scheme lets it: when it stopped */
  queriedAt: Moment | null;
  warnedAt: Moment | null;
  breach: Breach | null;
  decidedAt: Moment | null;
  /** account; the name is in `history` */
  decidedBy: string | null;
  /** the auto-approval rule that answered it, by name; null: a person did */
  rule: string | null;
  proposal: AuthorizationProposal | null;
  /** null until something is granted */
  code: string | null;
  /** days on which the code can be used, both included */
  validFrom: CalendarDate | null;
  validTo: CalendarDate | null;
  /** last day on which its reservation stands: the expiry plus the filing window */
  reservedTo: CalendarDate | null;
  /** when the code can no longer be used, and when the reservation ends: the ends of those days in the tenant's zone */
  expiresAt: Moment | null;
  releasesAt: Moment | null;
  admission: Admission | null;
  /** the last move of plan that it was judged again upon; null: there was none */
  moved: PlanMoved | null;
  /** 0–100 (claims.md, Risk) */
  risk: number;
  flags: RiskFlag[];
  /** investigations that hold its payment, by number; never the care */
  holds: string[];
  reasons: GivenReason[];
  conversation: AuthorizationMessage[];
  history: AuthorizationStep[];
  attachments: Attachment[];
  /** what files the last query asks for */
  wanted: string[];
  appeals: Appeal[];
  /** claims that name its code or its breach reference, in the order of filing */
  claims: NamedBy[];
  /** the enrollee was asked whether the visit is theirs; null: nobody was */
  alert: Alert | null;
}

/** What a request says of what most have nothing of. */
export const plainAuthorization = {
  externalId: null,
  happenedAt: null,
  practitionerName: null,
  referral: null,
  approved: null,
  entered: null,
  queryStops: false,
  mayProceed: false,
  queriedAt: null,
  warnedAt: null,
  breach: null,
  decidedAt: null,
  decidedBy: null,
  rule: null,
  proposal: null,
  code: null,
  validFrom: null,
  validTo: null,
  reservedTo: null,
  expiresAt: null,
  releasesAt: null,
  admission: null,
  moved: null,
  flags: [],
  holds: [],
  reasons: [],
  conversation: [],
  attachments: [],
  wanted: [],
  appeals: [],
  claims: [],
  alert: null,
} satisfies Partial<Authorization>;

/** `PA-26-000123`: the year in which it was issued and the tenant's running number, six digits or more. */
export function authorizationNumber(id: number, year: number): string {
  return `PA-${(year % 100).toString().padStart(2, '0')}-${id.toString().padStart(6, '0')}`;
}

/** The running number within a request's number, or null when the text is not one. */
export function authorizationIdOf(number: string): number | null {
  const digits = /^PA-\d{2}-(\d{6,12})$/.exec(number)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Whether a number is a request's, where it may be a claim's as well. */
export const isRequestNumber = (number: string): boolean => authorizationIdOf(number) !== null;

/** Whether an appeal waits to be decided. */
export const openAppeal = ({ appeals }: Pick<Authorization, 'appeals'>): Appeal | null =>
  appeals.find(({ state }) => state === 'OPEN') ?? null;

/** Whether somebody has to decide: what the queue of requests holds. */
export const isWaiting = (authorization: Pick<Authorization, 'state' | 'appeals'>): boolean =>
  authorization.state === 'REQUESTED' ||
  authorization.state === 'QUERIED' ||
  openAppeal(authorization) !== null;

import type { LineJudgement } from '../adjudication/judgement.ts';
import type { BillingMonth, CalendarDate, Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { LinePrice } from '../pricing/tariff.ts';
import type { RiskFlag } from '../risk/flag.ts';
import type { Attachment } from './attachment.ts';
import type { GivenReason } from './given-reason.ts';
import type { Proposal } from './proposal.ts';

/** A claim's life (claims.md, Life). DRAFT is not among them: a draft lives in the facility's database only. */
export const claimStates = [
  'SUBMITTED',
  'RECEIVED',
  'IN_REVIEW',
  'QUERIED',
  'RESUBMITTED',
  'APPROVED',
  'REJECTED',
  'SETTLED',
  'WITHDRAWN',
] as const;
/** One state of that life. */
export type ClaimState = (typeof claimStates)[number];

/** States in which somebody still has to decide: what the queue holds. */
export const openStates = [
  'SUBMITTED',
  'RECEIVED',
  'IN_REVIEW',
  'QUERIED',
  'RESUBMITTED',
] as const satisfies readonly ClaimState[];

/** The kinds of encounter a claim can be for (claims.md, Life). */
export const encounterTypes = [
  'outpatient',
  'inpatient',
  'emergency',
  'maternity',
  'dental',
  'optical',
  'pharmacy',
  'laboratory',
] as const;
/** One kind of encounter. */
export type EncounterType = (typeof encounterTypes)[number];

/** One service billed. What was claimed never changes; what is approved stands beside it. */
export interface ClaimLine {
  /** 1, 2, 3 … within the claim */
  line: number;
  service: string;
  /** the service's name when it was claimed */
  name: string;
  serviceDate: CalendarDate;
  quantity: number;
  unitPrice: Minor;
  /** quantity × unitPrice */
  claimed: Minor;
  /** what it is judged by, found when the claim was filed: a tariff that changes later changes nothing here */
  price: LinePrice;
  /** the auth code it names; null: none */
  authorization: string | null;
  approvedQuantity: number | null;
  approved: Minor | null;
  /** what the enrollee bears, and the facility, of what was claimed; null until it is decided */
  enrolleeShare: Minor | null;
  facilityShare: Minor | null;
  reasons: GivenReason[];
  /** the recommendation it was decided on; null until then */
  judged: LineJudgement | null;
  /** why more was approved than recommended, in the decider's words; null where it was not */
  override: string | null;
}

/** What a line says of its decision while there is none. */
export const undecided = {
  approvedQuantity: null,
  approved: null,
  enrolleeShare: null,
  facilityShare: null,
  reasons: [],
  judged: null,
  override: null,
} satisfies Partial<ClaimLine>;

/** What the engine recommended when the claim was filed. */
export interface Recommended {
  approved: Minor;
  /** every line passes in full and nothing was noted */
  clean: boolean;
}

/** That a claim qualified for straight-through: approved by the rule of that name, or sampled back to a person. */
export interface StraightThroughMark {
  rule: string;
  sampled: boolean;
}

/** One entry of the conversation between the tenant's staff and the facility; entries are only ever added. */
export interface Message {
  at: Moment;
  from: 'tenant' | 'facility';
  /** the person's name as it was */
  by: string;
  kind: 'query' | 'answer' | 'decision';
  text: string;
}

/** One step of the claim's life, for its history: what, when, who. */
export interface Step {
  at: Moment;
  state: ClaimState;
  by: string;
}

/** What the lines were before the facility corrected them. */
export interface Correction {
  at: Moment;
  by: string;
  claimed: Minor;
  lines: ClaimLine[];
}

/** The aggregate: one row, its lines, diagnoses and conversation within it. */
export interface Claim {
  id: number;
  number: string;
  externalId: string | null;
  state: ClaimState;
  /** counts up with every change; a decision names the version it saw */
  version: number;
  outcome: 'FULL' | 'PARTIAL' | null;
  facilityId: string;
  facilityName: string;
  enrolleeId: string;
  memberId: string;
  enrolleeName: string;
  /** the client who pays for the cover; '' on a claim filed before that was kept */
  clientCode: string;
  /** the plan of the first day of service; null: nobody was covered then */
  planCode: string | null;
  practitionerName: string;
  practitionerLicence: string | null;
  encounterType: EncounterType;
  /** the sender's id of the encounter: several claims may name one */
  encounterId: string | null;
  startedAt: Moment;
  endedAt: Moment;
  /** calendar date of the start, in the tenant's zone */
  serviceDate: CalendarDate;
  /** month of the encounter's last day, fixed for the claim's life */
  billingMonth: BillingMonth;
  accident: boolean;
  otherPayer: string | null;
  referral: string | null;
  /** the first is the main one */
  diagnoses: { code: string; system: string; name: string }[];
  currency: string;
  claimed: Minor;
  approved: Minor | null;
  recommended: Recommended | null;
  straightThrough: StraightThroughMark | null;
  lines: ClaimLine[];
  reasons: GivenReason[];
  conversation: Message[];
  history: Step[];
  submittedAt: Moment;
  /** account or key that entered it: somebody else must approve it; the name is in `history` */
  submittedBy: string;
  receivedAt: Moment | null;
  dueAt: Moment | null;
  /** the clock stands while QUERIED: when it stopped */
  queriedAt: Moment | null;
  /** virtual deadline (claims.md, Queue order), smallest first; until it is received, when it was submitted */
  rankAt: Moment | null;
  decidedAt: Moment | null;
  /** account that decided; the name is in `history` */
  decidedBy: string | null;
  /** the draft it was made from, in the facility's database */
  draftId: string | null;
  /** groups of its services: what the payer's rules ask for */
  serviceGroups: string[];
  /** 0–100 (claims.md, Risk) */
  risk: number;
  /** what the risk rules raised on it */
  flags: RiskFlag[];
  /** investigations that hold its payment, by id */
  holds: string[];
  /** the clock stands while it is held: when it stopped */
  heldAt: Moment | null;
  /** a decision that waits for a second person */
  proposal: Proposal | null;
  /** the claim it corrects, and the one that corrects it, by number */
  replaces: string | null;
  replacedBy: string | null;
  attachments: Attachment[];
  /** what files the last query asks for */
  wanted: string[];
  /** its lines as they were before each correction, oldest first */
  corrections: Correction[];
  /** who asked the query, and is first in line for the answer until then */
  reservedFor: { accountId: string; until: Moment } | null;
  /** when those who decide were told that it is due soon */
  warnedAt: Moment | null;
  /** when its people were told that it is past its due moment */
  breachedAt: Moment | null;
  /** when the facility was reminded of the query */
  remindedAt: Moment | null;
  /** who of the tenant's own entered it on the facility's behalf, by name; null: the facility filed it */
  enteredBy: string | null;
}

/** What a claim says of what most claims have nothing of. */
export const plainClaim = {
  serviceGroups: [],
  flags: [],
  holds: [],
  heldAt: null,
  proposal: null,
  replaces: null,
  replacedBy: null,
  attachments: [],
  wanted: [],
  corrections: [],
  reservedFor: null,
  warnedAt: null,
  breachedAt: null,
  remindedAt: null,
  enteredBy: null,
  recommended: null,
  straightThrough: null,
} satisfies Partial<Claim>;

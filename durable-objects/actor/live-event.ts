import type { Audience } from '../../schema/domain/audience.ts';
import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import type {
  AuthorizationNews,
  FacilityAuthorization,
} from '../../schema/domain/authorizations/facility-authorization.ts';
import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import type { FacilityClaim, FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import type { RankingProgress } from '../../schema/domain/claims/rank.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Import } from '../../schema/domain/imports/import.ts';
import type { MemberNews } from '../../schema/domain/members/member-news.ts';
import type { ExportProgress } from '../../schema/domain/members/own-export.ts';
import type { LinkState } from '../../schema/domain/network/link.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';
import type { PileFigures, PileKey } from '../../schema/domain/piles/pile.ts';

/** One piece of HTML for those who look at `see` (`queue`, `claim:<number>`, `import:<id>`, `dashboard`, `claims`, `account:<id>`: one person, or `*`: everyone). At most 400 bytes. */
export interface Frame {
  see: string;
  html: string;
}

/** How many claims stand in a state, and their amounts in minor units. */
export interface StateCount {
  claims: number;
  claimed: number;
  approved: number;
}

/** Counts over all claims of an organisation, as of journal number `seq`. */
export interface Counts {
  seq: number;
  byState: Record<ClaimState, StateCount>;
  /** open claims past their due moment; always 0 in a facility */
  late: number;
  /** claims that wait for a second person; always 0 in a facility */
  proposals: number;
  /** requests for permission that wait for their answer */
  requests: number;
}

/** Who holds a claim, and until when. */
export interface Lease {
  accountId: string;
  name: string;
  until: Moment;
}

/** A claim as a row of the staff's queue shows it. */
export type ClaimGlance = Pick<
  Claim,
  | 'id'
  | 'number'
  | 'state'
  | 'outcome'
  | 'version'
  | 'facilityId'
  | 'facilityName'
  | 'billingMonth'
  | 'memberId'
  | 'enrolleeName'
  | 'encounterType'
  | 'serviceDate'
  | 'currency'
  | 'claimed'
  | 'approved'
  | 'submittedAt'
  | 'dueAt'
  | 'clientCode'
  | 'planCode'
> & {
  /** an investigation holds it */
  isHeld: boolean;
  /** where it would stand in the queue if no risk rule had spoken: everybody is told the same */
  unscoredAt: Moment;
};

/** Something somebody of the organisation is told by the bell. */
export interface NoticeGlance {
  seq: number;
  at: Moment;
  kind: string;
  audience: Audience;
  /** the claim's number; of a link the other side's id */
  subject: string;
}

/** A claim of the tenant changed, or its lease did. */
export interface ClaimMoved {
  kind: 'claim-moved';
  seq: number;
  at: Moment;
  /** the command that moved it */
  action: string;
  claim: ClaimGlance;
  lease: Lease | null;
}

/** How far an import is. */
export type ImportGlance = Pick<Import, 'id' | 'state' | 'rows' | 'rowsDone'>;

/** A portion of an import's rows was worked through, or somebody decided on it. */
export interface ImportMoved {
  kind: 'import-moved';
  seq: number;
  at: Moment;
  /** the tenant's short name */
  tenant: string;
  import: ImportGlance;
}

/** A portion of the queue was ranked anew. */
export interface RankingMoved {
  kind: 'ranking-moved';
  seq: number;
  at: Moment;
  ranking: RankingProgress;
}

/** A facility learned something about one of its claims. */
export interface FacilityClaimMoved {
  kind: 'facility-claim-moved';
  seq: number;
  at: Moment;
  tenantId: string;
  tenantName: string;
  news: FacilityNews;
  claim: FacilityClaim;
}

/** How far a pile is, for those who look at it. */
export interface PileMoved {
  kind: 'pile-moved';
  seq: number;
  at: Moment;
  pile: PileKey;
  figures: PileFigures;
  currency: string;
}

/** A request as a row of the staff's queue shows it. */
export type AuthorizationGlance = Pick<
  Authorization,
  | 'id'
  | 'number'
  | 'state'
  | 'version'
  | 'facilityId'
  | 'facilityName'
  | 'memberId'
  | 'enrolleeName'
  | 'urgency'
  | 'serviceDate'
  | 'currency'
  | 'requested'
  | 'approved'
  | 'requestedAt'
  | 'clock_ms'
  | 'queriedAt'
> & {
  /** when it, or the appeal that is open, must be answered; null: nobody has to */
  answerBy: Moment | null;
  appealed: boolean;
};

/** A request for permission changed. */
export interface AuthorizationMoved {
  kind: 'authorization-moved';
  seq: number;
  at: Moment;
  /** the command that moved it */
  action: string;
  authorization: AuthorizationGlance;
  /** the tenant's */
  zone: string;
}

/** A facility learned something about one of its requests. */
export interface FacilityAuthorizationMoved {
  kind: 'facility-authorization-moved';
  seq: number;
  at: Moment;
  tenantId: string;
  tenantName: string;
  news: AuthorizationNews;
  request: FacilityAuthorization;
  /** the tenant's */
  zone: string;
}

/** A link changed: at its tenant, or as a facility was told. */
export interface LinkMoved {
  kind: 'link-moved';
  seq: number;
  at: Moment;
  /** the other side's id: a tenant sees facilities, a facility tenants */
  other: string;
  otherName: string;
  state: LinkState;
  news: LinkNews;
}

/** At most once a second, for everyone: the counts as they are, and what the bell rang for since the last one (newest last, at most 5). */
export interface CountersMoved {
  kind: 'counters-moved';
  seq: number;
  at: Moment;
  counts: Counts;
  /** figures of a manager's dashboard that have changed, by their names; null in a facility, whose dashboard counts by state */
  figures: readonly (readonly [name: string, value: number])[] | null;
  notices: NoticeGlance[];
  /** how many notices there were, also beyond those listed */
  noticesNew: number;
}

/** Something of one covered person's moved: told to their own pages alone. */
export interface MemberMoved extends MemberNews {
  kind: 'member-moved';
}

/** How far it is with everything held about a person, for their own page alone; it is in no journal. */
export interface ExportMoved {
  kind: 'export-moved';
  seq: 0;
  progress: ExportProgress;
}

/** What an actor tells its frame renderer: plain data, no markup. */
export type LiveEvent =
  | ClaimMoved
  | PileMoved
  | ImportMoved
  | RankingMoved
  | FacilityClaimMoved
  | LinkMoved
  | MemberMoved
  | ExportMoved
  | AuthorizationMoved
  | FacilityAuthorizationMoved
  | CountersMoved;

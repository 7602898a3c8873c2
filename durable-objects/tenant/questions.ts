import type { Eligibility } from '../../schema/domain/adjudication/eligibility.ts';
import type { Judgement } from '../../schema/domain/adjudication/judgement.ts';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { Relation } from '../../schema/domain/ids.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import type { Sex } from '../../schema/domain/plans/plan.ts';
import type { RiskFlag } from '../../schema/domain/risk/flag.ts';
import type { AssessClaim } from '../../schema/forms/assess-claim.ts';
import type { SubmitClaim } from '../../schema/forms/submit-claim.ts';

/** What a tenant's actor is asked without changing anything: it answers from the memory that decisions are made on. */

/** A filed claim as it would be judged now, and the version of it that was. */
export interface JudgementAnswer {
  judgement: Judgement;
  version: number;
  /** risk events nobody has disposed of */
  flags: readonly Pick<RiskFlag, 'n' | 'rule'>[];
}

/** A claim, or a request for permission, while it is typed. */
export interface AssessQuestion {
  principal: Principal;
  input: AssessClaim;
  /** it is a request for permission: no line has to name a code yet */
  asksForPermission?: true;
}

/** A whole claim that is not to be filed: intake's objections come back as a refusal. */
export interface DryRunQuestion {
  principal: Principal;
  input: SubmitClaim;
}

/** Whom and what somebody is covered for. A facility asks for itself, and names the person's birth date or name as well. */
export interface EligibilityQuestion {
  principal: Principal;
  on: CalendarDate;
  memberId?: string | undefined;
  enrolleeExternalId?: string | undefined;
  birthDate?: CalendarDate | undefined;
  enrolleeName?: string | undefined;
  facilityExternalId?: string | undefined;
  facilityId?: string | undefined;
}

/** The person, the network and what adjudication would apply. */
export interface EligibilityAnswer {
  person: {
    enrolleeId: string;
    memberId: string;
    firstName: string;
    lastName: string;
    birthDate: CalendarDate;
    sex: Sex;
    relation: Relation;
  };
  planName: string | null;
  /** null where no facility is in question */
  network: {
    inNetwork: boolean;
    since: CalendarDate | null;
    until: CalendarDate | null;
    tariff: 'link' | 'standard' | 'none';
  } | null;
  primaryFacilityName: string | null;
  currency: string;
  eligibility: Eligibility;
}

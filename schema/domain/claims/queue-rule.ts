import type { Minor } from '../money.ts';
import type { Claim, EncounterType } from './claim.ts';

/** One payer rule (claims.md, Queue order): claims of this kind stand earlier or later. What is null is not asked for. */
export interface QueueRule {
  /** what people call it, e.g. `Dialysis first` */
  name: string;
  /** plain hours by which a matching claim stands earlier; below zero, later */
  hours: number;
  facilityId: string | null;
  clientCode: string | null;
  planCode: string | null;
  /** a group that one of its lines is of */
  serviceGroup: string | null;
  /** what is claimed, both ends within */
  amountFrom: Minor | null;
  amountTo: Minor | null;
  encounterType: EncounterType | null;
}

/** What of a claim the payer rules look at. */
export type RuledClaim = Pick<
  Claim,
  'facilityId' | 'clientCode' | 'planCode' | 'serviceGroups' | 'claimed' | 'encounterType'
>;

const isOrAny = (wanted: string | null, is: string | null) => wanted === null || wanted === is;

/** Whether a rule is about a claim: everything it asks for holds. */
export function matches(rule: QueueRule, claim: RuledClaim): boolean {
  return (
    isOrAny(rule.facilityId, claim.facilityId) &&
    isOrAny(rule.clientCode, claim.clientCode) &&
    isOrAny(rule.planCode, claim.planCode) &&
    isOrAny(rule.encounterType, claim.encounterType) &&
    (rule.serviceGroup === null || claim.serviceGroups.includes(rule.serviceGroup)) &&
    (rule.amountFrom === null || claim.claimed >= rule.amountFrom) &&
    (rule.amountTo === null || claim.claimed <= rule.amountTo)
  );
}

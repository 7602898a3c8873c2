/** A tenant's reason code: own wording, mapped to the CARC number that remittance formats use (claims.md, Reason codes). */
export interface ReasonCode {
  code: string;
  name: string;
  /** the group it is given under unless the decider says otherwise */
  group: 'CO' | 'PR' | 'OA' | 'CR' | 'PI';
}

const reason = (code: string, name: string, group: ReasonCode['group'] = 'CO'): ReasonCode => ({
  code,
  name,
  group,
});

/** The table every tenant is seeded with. */
export const seededReasonCodes: readonly ReasonCode[] = [
  reason('1', 'Deductible', 'PR'),
  reason('2', 'Co-insurance', 'PR'),
  reason('3', 'Co-pay', 'PR'),
  reason('6', 'Not for this age'),
  reason('7', 'Not for this sex'),
  reason('15', 'Authorization number is not valid'),
  reason('16', 'Information is missing'),
  reason('18', 'Exact duplicate'),
  reason('22', 'Another payer comes first', 'OA'),
  reason('24', 'Covered by capitation'),
  reason('26', 'Before cover began', 'PR'),
  reason('27', 'After cover ended', 'PR'),
  reason('29', 'Filed late'),
  reason('31', 'Not a member', 'PR'),
  reason('32', 'Dependant is not covered', 'PR'),
  reason('45', 'Above the tariff'),
  reason('50', 'Not medically necessary'),
  reason('96', 'Not covered', 'PR'),
  reason('97', 'Included in another service'),
  reason('119', 'Benefit limit reached', 'PR'),
  reason('140', 'Member id and name disagree'),
  reason('151', 'Too frequent'),
  reason('179', 'Waiting period', 'PR'),
  reason('183', 'Referrer is not eligible'),
  reason('193', 'Decision upheld'),
  reason('197', 'Authorization is absent'),
  reason('198', 'Authorization exceeded'),
  reason('252', 'An attachment is needed'),
  reason('284', 'Authorization is for another service'),
  reason('288', 'Referral is absent'),
  reason('296', 'Authorization is for another provider'),
  reason('302', 'Authorization is for another day'),
  reason('B7', 'Facility is not eligible'),
  reason('B13', 'Already paid'),
];

/** A coded reason given for a line or a claim; the code is from the tenant's table (reason-codes.ts). */
export interface GivenReason {
  code: string;
  /** who bears what is refused: CO facility, PR enrollee, OA other, CR correction, PI payer */
  group: 'CO' | 'PR' | 'OA' | 'CR' | 'PI';
}

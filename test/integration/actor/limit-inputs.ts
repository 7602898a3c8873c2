/** Inputs of the commands on limits, proposals and who has a claim: in order, about nothing that is there. */
export const limitInputs = (number: string) => ({
  ConfirmProposal: { number, version: 1 },
  DeclineProposal: { number, version: 1, sentence: 'No.' },
  ReassignClaim: { number, to: null },
  PutApprovalLimits: { roles: [{ role: 'adjudicator', limits: {} }] },
});

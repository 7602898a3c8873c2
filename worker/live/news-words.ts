import type { FacilityNews } from '../../schema/domain/claims/facility-claim.ts';

/** What happened to a claim that staff have open, by command; a lease shows in the claim's state alone. */
export const tenantWords: Readonly<Partial<Record<string, string>>> = {
  ReceiveClaim: 'This claim has been received.',
  QueryClaim: 'The provider has been asked about this claim.',
  AnswerQuery: 'The provider has answered.',
  ApproveClaim: 'This claim has been approved.',
  // an approval above its maker's ceiling: the claim is still in review
  ProposeApproval: 'A decision has been proposed: it waits for a second person.',
  ConfirmProposal: 'The proposal has been confirmed: this claim is approved.',
  DeclineProposal: 'The proposal has been declined: this claim is free again.',
  RejectClaim: 'This claim has been rejected.',
  WithdrawClaim: 'The provider has withdrawn this claim.',
  // what another claim's filing or withdrawal says of this one
  MarkClaim: 'There is news of this claim in another one.',
  ExpireQuery: 'Nobody has answered the query: this claim has been rejected.',
  ReopenClaim: 'This claim has been reopened: it is to be decided anew.',
  DisposeRiskEvent: 'Somebody has looked at a risk event of this claim.',
  SweepHold: 'An investigation has put this claim on hold, or let it go.',
};

/** What happened to a claim that the facility's people have open. */
export const facilityWords: Readonly<Partial<Record<FacilityNews, string>>> = {
  received: 'The insurer has received this claim.',
  taken: 'The insurer is looking at this claim.',
  queried: 'The insurer has a question about this claim.',
  reminded: 'The insurer still waits for an answer about this claim.',
  withdrawn: 'This claim has been withdrawn.',
  answered: 'Your answer has been sent to the insurer.',
  approved: 'The insurer has approved this claim.',
  rejected: 'The insurer has rejected this claim.',
  reopened: 'The insurer has reopened this claim: it is decided anew.',
};

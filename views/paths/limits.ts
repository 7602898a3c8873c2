import { part, type Query, withQuery } from './with-query.ts';

/** Approval limits, proposals and who has a claim: what the router knows. */
export const limitPatterns = {
  approvalLimits: '/:tenant/settings/approval-limits',
  counted: '/:tenant/claims/counted',
  proposalConfirmations: '/:tenant/claims/:number/proposal/confirmations',
  proposalDeclines: '/:tenant/claims/:number/proposal/declines',
  reassignments: '/:tenant/claims/:number/reassignments',
} as const;

/** The same, as addresses below a tenant's own. */
export const limitPaths = (root: string) => {
  const claim = (number: string) => `${root}/claims/${part(number)}`;
  return {
    approvalLimits: (query?: Query) => withQuery(`${root}/settings/approval-limits`, query),
    /** the claims that a figure of the dashboard counts */
    counted: (query: Query) => withQuery(`${root}/claims/counted`, query),
    proposalConfirmations: (number: string) => `${claim(number)}/proposal/confirmations`,
    proposalDeclines: (number: string) => `${claim(number)}/proposal/declines`,
    reassignments: (number: string) => `${claim(number)}/reassignments`,
  };
};

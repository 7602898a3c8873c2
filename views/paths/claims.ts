import { part, type Query, withQuery } from './with-query.ts';

/** Claims and the queue: what the router knows. */
export const claimPatterns = {
  claims: '/:tenant/claims',
  newClaim: '/:tenant/claims/new',
  claimFilters: '/:tenant/claims/filters',
  claim: '/:tenant/claims/:number',
  standing: '/:tenant/claims/:number/standing',
  receipts: '/:tenant/claims/:number/receipts',
  lease: '/:tenant/claims/:number/lease',
  leaseRelease: '/:tenant/claims/:number/lease/release',
  leaseRenewals: '/:tenant/claims/:number/lease/renewals',
  decisions: '/:tenant/claims/:number/decisions',
  reopenings: '/:tenant/claims/:number/reopenings',
  next: '/:tenant/claims/next',
  queueViews: '/:tenant/queue-views',
  queueView: '/:tenant/queue-views/:view',
  queueViewRemovals: '/:tenant/queue-views/:view/removals',
  queueRules: '/:tenant/settings/queue',
} as const;

/** The same, as addresses below a tenant's own. */
export const claimPaths = (root: string) => {
  const claim = (number: string) => `${root}/claims/${part(number)}`;
  return {
    claims: (query?: Query) => withQuery(`${root}/claims`, query),
    newClaim: () => `${root}/claims/new`,
    claimFilters: (query?: Query) => withQuery(`${root}/claims/filters`, query),
    claim,
    standing: (number: string) => `${claim(number)}/standing`,
    receipts: (number: string) => `${claim(number)}/receipts`,
    lease: (number: string) => `${claim(number)}/lease`,
    leaseRelease: (number: string) => `${claim(number)}/lease/release`,
    leaseRenewals: (number: string) => `${claim(number)}/lease/renewals`,
    decisions: (number: string) => `${claim(number)}/decisions`,
    reopenings: (number: string) => `${claim(number)}/reopenings`,
    next: () => `${root}/claims/next`,
    queueViews: (query?: Query) => withQuery(`${root}/queue-views`, query),
    queueView: (view: string) => `${root}/queue-views/${part(view)}`,
    queueViewRemovals: (view: string) => `${root}/queue-views/${part(view)}/removals`,
    queueRules: (query?: Query) => withQuery(`${root}/settings/queue`, query),
  };
};

import { part, type Query, withQuery } from './with-query.ts';

/** Risk events, their rules and investigations: what the router knows. */
export const riskPatterns = {
  risk: '/:tenant/risk',
  riskRules: '/:tenant/risk/rules',
  disposals: '/:tenant/claims/:number/risk/:n/disposals',
  requestDisposals: '/:tenant/authorizations/:number/risk/:n/disposals',
  investigations: '/:tenant/investigations',
  investigation: '/:tenant/investigations/:investigation',
  investigationClaims: '/:tenant/investigations/:investigation/claims',
  investigationNotes: '/:tenant/investigations/:investigation/notes',
  holds: '/:tenant/investigations/:investigation/holds',
  holdLifts: '/:tenant/investigations/:investigation/holds/lifts',
  closings: '/:tenant/investigations/:investigation/closings',
} as const;

/** The same, as addresses below a tenant's own. */
export const riskPaths = (root: string) => {
  const investigation = (number: string) => `${root}/investigations/${part(number)}`;
  return {
    risk: (query?: Query) => withQuery(`${root}/risk`, query),
    riskRules: (query?: Query) => withQuery(`${root}/risk/rules`, query),
    disposals: (number: string, n: number) => `${root}/claims/${part(number)}/risk/${n}/disposals`,
    requestDisposals: (number: string, n: number) =>
      `${root}/authorizations/${part(number)}/risk/${n}/disposals`,
    investigations: (query?: Query) => withQuery(`${root}/investigations`, query),
    investigation,
    investigationClaims: (number: string) => `${investigation(number)}/claims`,
    investigationNotes: (number: string) => `${investigation(number)}/notes`,
    holds: (number: string) => `${investigation(number)}/holds`,
    holdLifts: (number: string) => `${investigation(number)}/holds/lifts`,
    closings: (number: string) => `${investigation(number)}/closings`,
  };
};

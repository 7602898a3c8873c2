import { part, type Query, withQuery } from './with-query.ts';

/** Pre-authorizations in the staff's portal: what the router knows. */
export const authorizationPatterns = {
  authorizations: '/:tenant/authorizations',
  newAuthorization: '/:tenant/authorizations/new',
  /** POST: what the request being entered comes to so far, as pieces */
  newAuthorizationAssessment: '/:tenant/authorizations/new/assessment',
  authorizationRules: '/:tenant/authorizations/rules',
  /** by its place in their order; `new`: one that is added */
  authorizationRule: '/:tenant/authorizations/rules/:rule',
  authorizationClocks: '/:tenant/settings/authorizations',
  authorization: '/:tenant/authorizations/:number',
  /** POST: grants, asks or rejects */
  authorizationDecisions: '/:tenant/authorizations/:number/decisions',
  authorizationConfirmations: '/:tenant/authorizations/:number/proposal/confirmations',
  authorizationDeclines: '/:tenant/authorizations/:number/proposal/declines',
  authorizationExtensions: '/:tenant/authorizations/:number/extensions',
  authorizationDischarges: '/:tenant/authorizations/:number/discharges',
  appealDecisions: '/:tenant/authorizations/:number/appeals/:n/decisions',
} as const;

/** The same, as addresses below a tenant's own. */
export const authorizationPaths = (root: string) => {
  const list = `${root}/authorizations`;
  const one = (number: string) => `${list}/${part(number)}`;
  const rule = (id: string) => `${list}/rules/${part(id)}`;
  return {
    authorizations: (query?: Query) => withQuery(list, query),
    newAuthorization: () => `${list}/new`,
    newAuthorizationAssessment: () => `${list}/new/assessment`,
    authorizationRules: (query?: Query) => withQuery(`${list}/rules`, query),
    authorizationRule: (id: string, query?: Query) => withQuery(rule(id), query),
    authorizationClocks: (query?: Query) => withQuery(`${root}/settings/authorizations`, query),
    authorization: one,
    authorizationDecisions: (number: string) => `${one(number)}/decisions`,
    authorizationConfirmations: (number: string) => `${one(number)}/proposal/confirmations`,
    authorizationDeclines: (number: string) => `${one(number)}/proposal/declines`,
    authorizationExtensions: (number: string) => `${one(number)}/extensions`,
    authorizationDischarges: (number: string) => `${one(number)}/discharges`,
    appealDecisions: (number: string, n: number) => `${one(number)}/appeals/${n}/decisions`,
  };
};

/** Pre-authorizations in the facility's portal: what the router knows. */
export const facilityAuthorizationPatterns = {
  authorizations: '/provider/authorizations',
  newAuthorization: '/provider/authorizations/new',
  /** POST: what the request being entered comes to so far, as pieces */
  newAuthorizationAssessment: '/provider/authorizations/new/assessment',
  authorization: '/provider/authorizations/:tenant/:number',
  authorizationAnswers: '/provider/authorizations/:tenant/:number/answers',
  authorizationCancellations: '/provider/authorizations/:tenant/:number/cancellations',
  authorizationAppeals: '/provider/authorizations/:tenant/:number/appeals',
  authorizationDischarges: '/provider/authorizations/:tenant/:number/discharges',
} as const;

const ofFacility = (tenant: string, number: string) =>
  `/provider/authorizations/${part(tenant)}/${part(number)}`;

/** The same, as addresses. */
export const facilityAuthorizationPaths = {
  authorizations: (query?: Query) => withQuery(facilityAuthorizationPatterns.authorizations, query),
  newAuthorization: (query?: Query) => withQuery(facilityAuthorizationPatterns.newAuthorization, query),
  newAuthorizationAssessment: () => facilityAuthorizationPatterns.newAuthorizationAssessment,
  authorization: ofFacility,
  authorizationAnswers: (tenant: string, number: string) => `${ofFacility(tenant, number)}/answers`,
  authorizationCancellations: (tenant: string, number: string) =>
    `${ofFacility(tenant, number)}/cancellations`,
  authorizationAppeals: (tenant: string, number: string) => `${ofFacility(tenant, number)}/appeals`,
  authorizationDischarges: (tenant: string, number: string) => `${ofFacility(tenant, number)}/discharges`,
};

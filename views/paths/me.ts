import { part, type Query, withQuery } from './with-query.ts';

/** The enrollee's portal: what the router knows. */
export const mePatterns = {
  dashboard: '/me',
  card: '/me/card',
  coverage: '/me/coverage',
  plan: '/me/plan',
  providers: '/me/providers',
  claims: '/me/claims',
  claim: '/me/claims/:number',
  authorizations: '/me/authorizations',
  authorization: '/me/authorizations/:number',
  cardDevices: '/me/card/devices',
  checkIns: '/me/check-ins',
  checkInAnswers: '/me/check-ins/:number/answers',
  family: '/me/family',
  familyNew: '/me/family/new',
  profile: '/me/profile',
  consents: '/me/profile/consents',
  primaryFacility: '/me/profile/primary-facility',
  notices: '/me/notices',
  noticePreferences: '/me/notices/preferences',
  security: '/me/security',
  sessionEnds: '/me/security/sessions/:session/ends',
  exports: '/me/data',
  exportFile: '/me/data/:export',
  /** says that there is no line; kept on the device */
  offline: '/me/offline',
  /** under the portal's own addresses, because a worker rules over what stands beside and below it */
  worker: '/me/service-worker.js',
} as const;

/** The same, as addresses. */
export const mePaths = {
  dashboard: () => mePatterns.dashboard,
  card: () => mePatterns.card,
  /** `of`: a dependant's member id */
  coverage: (query?: Query) => withQuery(mePatterns.coverage, query),
  plan: (query?: Query) => withQuery(mePatterns.plan, query),
  providers: (query?: Query) => withQuery(mePatterns.providers, query),
  claims: (query?: Query) => withQuery(mePatterns.claims, query),
  claim: (number: string) => `/me/claims/${part(number)}`,
  authorizations: (query?: Query) => withQuery(mePatterns.authorizations, query),
  authorization: (number: string) => `/me/authorizations/${part(number)}`,
  cardDevices: () => mePatterns.cardDevices,
  checkIns: (query?: Query) => withQuery(mePatterns.checkIns, query),
  checkInAnswers: (number: string) => `/me/check-ins/${part(number)}/answers`,
  family: (query?: Query) => withQuery(mePatterns.family, query),
  familyNew: () => mePatterns.familyNew,
  profile: (query?: Query) => withQuery(mePatterns.profile, query),
  consents: () => mePatterns.consents,
  primaryFacility: () => mePatterns.primaryFacility,
  /** `list`: what opens under the bell */
  notices: (query?: Query) => withQuery(mePatterns.notices, query),
  noticePreferences: () => mePatterns.noticePreferences,
  security: (query?: Query) => withQuery(mePatterns.security, query),
  exports: () => mePatterns.exports,
  exportFile: (id: string) => `/me/data/${part(id)}`,
  sessionEnds: (session: string) => `/me/security/sessions/${part(session)}/ends`,
  offline: () => mePatterns.offline,
  worker: () => mePatterns.worker,
};

import { part, type Query, withQuery } from './with-query.ts';

/** The facility's portal: what the router knows. */
export const providerPatterns = {
  dashboard: '/provider',
  claims: '/provider/claims',
  claim: '/provider/claims/:tenant/:number',
  answers: '/provider/claims/:tenant/:number/answers',
  withdrawals: '/provider/claims/:tenant/:number/withdrawals',
  replacements: '/provider/claims/:tenant/:number/replacements',
  drafts: '/provider/drafts',
  draft: '/provider/drafts/:draft/:step',
  draftAssessment: '/provider/drafts/:draft/assessment/:step',
  draftDiscard: '/provider/drafts/:draft/discard',
  draftSubmission: '/provider/drafts/:draft/submission',
  eligibility: '/provider/eligibility',
  checkIn: '/provider/check-in',
  visit: '/provider/check-in/:tenant/:number',
  visitClaims: '/provider/check-in/:tenant/:number/claims',
  diagnoses: '/provider/search/diagnoses',
  services: '/provider/search/services',
  notices: '/provider/notices',
  network: '/provider/network',
  networkDirectory: '/provider/network/directory',
  link: '/provider/network/:tenant',
  linkSteps: '/provider/network/:tenant/steps',
  tariff: '/provider/network/:tenant/tariff',
  tariffFile: '/provider/network/:tenant/tariff/file',
} as const;

/** The three steps of a new claim, each its own address. */
export const draftSteps = ['patient', 'lines', 'review'] as const;
export type DraftStep = (typeof draftSteps)[number];

/** The same, as addresses. */
export const providerPaths = {
  dashboard: () => providerPatterns.dashboard,
  claims: (query?: Query) => withQuery(providerPatterns.claims, query),
  claim: (tenant: string, number: string) => `/provider/claims/${part(tenant)}/${part(number)}`,
  answers: (tenant: string, number: string) => `/provider/claims/${part(tenant)}/${part(number)}/answers`,
  withdrawals: (tenant: string, number: string) =>
    `/provider/claims/${part(tenant)}/${part(number)}/withdrawals`,
  replacements: (tenant: string, number: string) =>
    `/provider/claims/${part(tenant)}/${part(number)}/replacements`,
  drafts: () => providerPatterns.drafts,
  draft: (draft: string, step: DraftStep, query?: Query) =>
    withQuery(`/provider/drafts/${part(draft)}/${step}`, query),
  /** What the claim being entered comes to so far: pieces for the page of that step. */
  draftAssessment: (draft: string, step: 'patient' | 'lines') =>
    `/provider/drafts/${part(draft)}/assessment/${step}`,
  draftDiscard: (draft: string) => `/provider/drafts/${part(draft)}/discard`,
  draftSubmission: (draft: string) => `/provider/drafts/${part(draft)}/submission`,
  eligibility: () => providerPatterns.eligibility,
  checkIn: () => providerPatterns.checkIn,
  visit: (tenant: string, number: string) => `/provider/check-in/${part(tenant)}/${part(number)}`,
  /** Begins the draft of a claim for it. */
  visitClaims: (tenant: string, number: string) =>
    `/provider/check-in/${part(tenant)}/${part(number)}/claims`,
  diagnoses: (query?: Query) => withQuery(providerPatterns.diagnoses, query),
  services: (query?: Query) => withQuery(providerPatterns.services, query),
  notices: (query?: Query) => withQuery(providerPatterns.notices, query),
  network: (query?: Query) => withQuery(providerPatterns.network, query),
  networkDirectory: (query?: Query) => withQuery(providerPatterns.networkDirectory, query),
  link: (tenant: string) => `/provider/network/${part(tenant)}`,
  linkSteps: (tenant: string) => `/provider/network/${part(tenant)}/steps`,
  tariff: (tenant: string, query?: Query) => withQuery(`/provider/network/${part(tenant)}/tariff`, query),
  tariffFile: (tenant: string) => `/provider/network/${part(tenant)}/tariff/file`,
};

import { part, type Query, withQuery } from './with-query.ts';

/** The API: what the router knows. */
export const apiPatterns = {
  root: '/v1',
  all: '/v1/*',
  claims: '/v1/claims',
  eligibility: '/v1/eligibility',
  claim: '/v1/claims/:number',
  answers: '/v1/claims/:number/answers',
  attachments: '/v1/attachments',
  claimAttachments: '/v1/claims/:number/attachments',
  claimAttachment: '/v1/claims/:number/attachments/:attachment',
  withdrawal: '/v1/claims/:number/withdrawal',
  facility: '/v1/facilities/:externalId',
  service: '/v1/services/:externalId',
  plan: '/v1/plans/:code',
  client: '/v1/clients/:code',
  enrollees: '/v1/enrollees',
  tariff: '/v1/tariffs/:tariff',
  enrollee: '/v1/enrollees/:externalId',
  enrolleeCover: '/v1/enrollees/:externalId/cover',
  enrolleePlanMoves: '/v1/enrollees/:externalId/plan-moves',
  enrolleeImport: '/v1/enrollees/import',
  serviceImport: '/v1/services/import',
  tariffImport: '/v1/tariffs/:tariff/import',
  import: '/v1/imports/:import',
  importRows: '/v1/imports/:import/rows',
  importCommit: '/v1/imports/:import/commit',
  events: '/v1/events',
} as const;

/** The same, as addresses. */
export const apiPaths = {
  claims: () => apiPatterns.claims,
  eligibility: (query?: Query) => withQuery(apiPatterns.eligibility, query),
  claim: (number: string) => `/v1/claims/${part(number)}`,
  facility: (externalId: string) => `/v1/facilities/${part(externalId)}`,
  service: (externalId: string) => `/v1/services/${part(externalId)}`,
  plan: (code: string) => `/v1/plans/${part(code)}`,
  client: (code: string) => `/v1/clients/${part(code)}`,
  enrollee: (externalId: string) => `/v1/enrollees/${part(externalId)}`,
  enrolleeImport: (query?: Query) => withQuery(apiPatterns.enrolleeImport, query),
  import: (id: string) => `/v1/imports/${part(id)}`,
};

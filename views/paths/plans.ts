import { part, type Query, withQuery } from './with-query.ts';

/** Plans, their drafts, and the catalogue of services: what the router knows. */
export const planPatterns = {
  plans: '/:tenant/plans',
  newPlan: '/:tenant/plans/new',
  plan: '/:tenant/plans/:plan',
  planComparison: '/:tenant/plans/:plan/comparison',
  planRetirements: '/:tenant/plans/:plan/retirements',
  /** POST: begins a draft */
  planDrafts: '/:tenant/plans/:plan/drafts',
  planDraft: '/:tenant/plans/:plan/draft',
  planDraftOrder: '/:tenant/plans/:plan/draft/order',
  planDraftOverall: '/:tenant/plans/:plan/draft/overall',
  planDraftExclusions: '/:tenant/plans/:plan/draft/exclusions',
  planDraftBenefit: '/:tenant/plans/:plan/draft/benefits/:benefit',
  planDraftRemovals: '/:tenant/plans/:plan/draft/benefits/:benefit/removals',
  planDraftDiscard: '/:tenant/plans/:plan/draft/discard',
  planPublications: '/:tenant/plans/:plan/publications',
  services: '/:tenant/services',
  newService: '/:tenant/services/new',
  service: '/:tenant/services/edit/:service',
  serviceGroups: '/:tenant/services/groups',
  searchServices: '/:tenant/search/services',
  searchDiagnoses: '/:tenant/search/diagnoses',
} as const;

/** The same, as addresses below a tenant's own. */
export const planPaths = (root: string) => {
  const plan = (code: string) => `${root}/plans/${part(code)}`;
  const benefit = (code: string, of: string, query?: Query) =>
    withQuery(`${plan(code)}/draft/benefits/${part(of)}`, query);
  return {
    plans: (query?: Query) => withQuery(`${root}/plans`, query),
    newPlan: () => `${root}/plans/new`,
    plan: (code: string, query?: Query) => withQuery(plan(code), query),
    planComparison: (code: string, query?: Query) => withQuery(`${plan(code)}/comparison`, query),
    planRetirements: (code: string) => `${plan(code)}/retirements`,
    planDrafts: (code: string) => `${plan(code)}/drafts`,
    planDraft: (code: string) => `${plan(code)}/draft`,
    planDraftOrder: (code: string) => `${plan(code)}/draft/order`,
    planDraftOverall: (code: string) => `${plan(code)}/draft/overall`,
    planDraftExclusions: (code: string, query?: Query) => withQuery(`${plan(code)}/draft/exclusions`, query),
    /** `new`: one that is added */
    planDraftBenefit: benefit,
    planDraftRemovals: (code: string, of: string) => `${benefit(code, of)}/removals`,
    planDraftDiscard: (code: string) => `${plan(code)}/draft/discard`,
    planPublications: (code: string) => `${plan(code)}/publications`,
    services: (query?: Query) => withQuery(`${root}/services`, query),
    newService: () => `${root}/services/new`,
    service: (code: string) => `${root}/services/edit/${part(code)}`,
    serviceGroups: () => `${root}/services/groups`,
    searchServices: (query?: Query) => withQuery(`${root}/search/services`, query),
    searchDiagnoses: (query?: Query) => withQuery(`${root}/search/diagnoses`, query),
  };
};

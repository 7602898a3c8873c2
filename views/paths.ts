/** Every address of the product, as typed builders. No address is written anywhere else. */

type Query = Record<string, string | number | undefined | null>;

function withQuery(path: string, query?: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
const part = encodeURIComponent;

/** Patterns for the router: the same names as the builders. */
export const patterns = {
  home: '/',
  signIn: '/sign-in',
  demoSignIn: '/sign-in/demo',
  signOut: '/sign-out',
  /** GET: choose one; POST: act for it */
  organisations: '/organisations',
  health: '/health',
  docs: '/docs',
  openapi: '/v1/openapi.json',
  live: '/live',
  liveEvents: '/live/events',
  assets: '/assets/:name',
  /** doors of the machine itself, which only its launcher can open */
  internal: {
    all: '/internal/*',
    commands: '/internal/commands',
    judgements: '/internal/judgements',
    views: '/internal/views',
    accounts: '/internal/accounts',
  },
  provider: {
    dashboard: '/provider',
    claims: '/provider/claims',
    claim: '/provider/claims/:tenant/:number',
    answers: '/provider/claims/:tenant/:number/answers',
    drafts: '/provider/drafts',
    draft: '/provider/drafts/:draft/:step',
    draftAssessment: '/provider/drafts/:draft/assessment/:step',
    draftDiscard: '/provider/drafts/:draft/discard',
    draftSubmission: '/provider/drafts/:draft/submission',
    eligibility: '/provider/eligibility',
    diagnoses: '/provider/search/diagnoses',
    services: '/provider/search/services',
    notices: '/provider/notices',
    network: '/provider/network',
    networkDirectory: '/provider/network/directory',
    link: '/provider/network/:tenant',
    linkSteps: '/provider/network/:tenant/steps',
    tariff: '/provider/network/:tenant/tariff',
    tariffFile: '/provider/network/:tenant/tariff/file',
  },
  staff: {
    dashboard: '/:tenant',
    claims: '/:tenant/claims',
    claim: '/:tenant/claims/:number',
    receipts: '/:tenant/claims/:number/receipts',
    lease: '/:tenant/claims/:number/lease',
    leaseRelease: '/:tenant/claims/:number/lease/release',
    leaseRenewals: '/:tenant/claims/:number/lease/renewals',
    decisions: '/:tenant/claims/:number/decisions',
    reopenings: '/:tenant/claims/:number/reopenings',
    next: '/:tenant/claims/next',
    notices: '/:tenant/notices',
    providers: '/:tenant/providers',
    providerDirectory: '/:tenant/providers/directory',
    provider: '/:tenant/providers/:facility',
    linkSteps: '/:tenant/providers/:facility/steps',
    papers: '/:tenant/providers/:facility/papers',
    tariff: '/:tenant/tariffs/:tariff',
    tariffFile: '/:tenant/tariffs/:tariff/file',
    tariffPrices: '/:tenant/tariffs/:tariff/prices',
    servicePrices: '/:tenant/tariffs/:tariff/services/:service',
    eligibility: '/:tenant/eligibility',
    clients: '/:tenant/clients',
    newClient: '/:tenant/clients/new',
    client: '/:tenant/clients/:code',
    clientForm: '/:tenant/clients/:code/edit',
    clientCover: '/:tenant/clients/:code/cover',
    enrollees: '/:tenant/enrollees',
    newEnrollee: '/:tenant/enrollees/new',
    enrollee: '/:tenant/enrollees/:member',
    enrolleeForm: '/:tenant/enrollees/:member/edit',
    enrolleeCover: '/:tenant/enrollees/:member/cover',
    enrolleePlan: '/:tenant/enrollees/:member/plan',
    enrolleeFacility: '/:tenant/enrollees/:member/primary-facility',
    claimRules: '/:tenant/settings/claims',
    imports: '/:tenant/imports',
    importNew: '/:tenant/imports/new',
    importTemplate: '/:tenant/imports/template',
    import: '/:tenant/imports/:import',
    importCommits: '/:tenant/imports/:import/commits',
    importDiscards: '/:tenant/imports/:import/discards',
    importRows: '/:tenant/imports/:import/rows',
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
    apiKeys: '/:tenant/settings/api-keys',
    apiKeyRevocations: '/:tenant/settings/api-keys/:key/revocations',
  },
  api: {
    root: '/v1',
    all: '/v1/*',
    claims: '/v1/claims',
    eligibility: '/v1/eligibility',
    claim: '/v1/claims/:number',
    answers: '/v1/claims/:number/answers',
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
  },
} as const;

/** The three steps of a new claim, each its own address. */
export const draftSteps = ['patient', 'lines', 'review'] as const;
export type DraftStep = (typeof draftSteps)[number];

/** The network and its tariffs, below a tenant's own address. */
const networkPaths = (root: string) => ({
  providers: (query?: Query) => withQuery(`${root}/providers`, query),
  providerDirectory: (query?: Query) => withQuery(`${root}/providers/directory`, query),
  provider: (facility: string) => `${root}/providers/${part(facility)}`,
  linkSteps: (facility: string) => `${root}/providers/${part(facility)}/steps`,
  papers: (facility: string) => `${root}/providers/${part(facility)}/papers`,
  tariff: (tariff: string, query?: Query) => withQuery(`${root}/tariffs/${part(tariff)}`, query),
  tariffFile: (tariff: string) => `${root}/tariffs/${part(tariff)}/file`,
  tariffPrices: (tariff: string) => `${root}/tariffs/${part(tariff)}/prices`,
  servicePrices: (tariff: string, service: string) =>
    `${root}/tariffs/${part(tariff)}/services/${part(service)}`,
});

/** Where a tenant's imports are. */
const importPaths = (root: string) => ({
  imports: (query?: Query) => withQuery(`${root}/imports`, query),
  importNew: (query?: Query) => withQuery(`${root}/imports/new`, query),
  importTemplate: (query?: Query) => withQuery(`${root}/imports/template`, query),
  import: (id: string, query?: Query) => withQuery(`${root}/imports/${part(id)}`, query),
  importCommits: (id: string) => `${root}/imports/${part(id)}/commits`,
  importDiscards: (id: string) => `${root}/imports/${part(id)}/discards`,
  importRows: (id: string, query?: Query) => withQuery(`${root}/imports/${part(id)}/rows`, query),
});

/** Plans, their drafts, and the catalogue of services, of one tenant. */
const planPaths = (root: string) => {
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

export const paths = {
  home: () => patterns.home,
  signIn: (next?: string) => withQuery(patterns.signIn, { next }),
  demoSignIn: () => patterns.demoSignIn,
  signOut: () => patterns.signOut,
  organisations: (next?: string) => withQuery(patterns.organisations, { next }),
  docs: () => patterns.docs,
  openapi: () => patterns.openapi,
  live: () => patterns.live,
  api: {
    claims: () => patterns.api.claims,
    eligibility: (query?: Query) => withQuery(patterns.api.eligibility, query),
    claim: (number: string) => `/v1/claims/${part(number)}`,
    facility: (externalId: string) => `/v1/facilities/${part(externalId)}`,
    service: (externalId: string) => `/v1/services/${part(externalId)}`,
    plan: (code: string) => `/v1/plans/${part(code)}`,
    client: (code: string) => `/v1/clients/${part(code)}`,
    enrollee: (externalId: string) => `/v1/enrollees/${part(externalId)}`,
    enrolleeImport: (query?: Query) => withQuery(patterns.api.enrolleeImport, query),
    import: (id: string) => `/v1/imports/${part(id)}`,
  },
  provider: {
    dashboard: () => patterns.provider.dashboard,
    claims: (query?: Query) => withQuery(patterns.provider.claims, query),
    claim: (tenant: string, number: string) => `/provider/claims/${part(tenant)}/${part(number)}`,
    answers: (tenant: string, number: string) => `/provider/claims/${part(tenant)}/${part(number)}/answers`,
    drafts: () => patterns.provider.drafts,
    draft: (draft: string, step: DraftStep, query?: Query) =>
      withQuery(`/provider/drafts/${part(draft)}/${step}`, query),
    /** What the claim being entered comes to so far: pieces for the page of that step. */
    draftAssessment: (draft: string, step: 'patient' | 'lines') =>
      `/provider/drafts/${part(draft)}/assessment/${step}`,
    draftDiscard: (draft: string) => `/provider/drafts/${part(draft)}/discard`,
    draftSubmission: (draft: string) => `/provider/drafts/${part(draft)}/submission`,
    eligibility: () => patterns.provider.eligibility,
    diagnoses: (query?: Query) => withQuery(patterns.provider.diagnoses, query),
    services: (query?: Query) => withQuery(patterns.provider.services, query),
    notices: (query?: Query) => withQuery(patterns.provider.notices, query),
    network: (query?: Query) => withQuery(patterns.provider.network, query),
    networkDirectory: (query?: Query) => withQuery(patterns.provider.networkDirectory, query),
    link: (tenant: string) => `/provider/network/${part(tenant)}`,
    linkSteps: (tenant: string) => `/provider/network/${part(tenant)}/steps`,
    tariff: (tenant: string, query?: Query) => withQuery(`/provider/network/${part(tenant)}/tariff`, query),
    tariffFile: (tenant: string) => `/provider/network/${part(tenant)}/tariff/file`,
  },
  /** The staff portal of one tenant, by its short name. */
  staff: (tenant: string) => {
    const root = `/${part(tenant)}`;
    const claim = (number: string) => `${root}/claims/${part(number)}`;
    const client = (code: string) => `${root}/clients/${part(code)}`;
    const enrollee = (memberId: string) => `${root}/enrollees/${part(memberId)}`;
    return {
      clients: (query?: Query) => withQuery(`${root}/clients`, query),
      newClient: () => `${root}/clients/new`,
      client: (code: string, query?: Query) => withQuery(client(code), query),
      clientForm: (code: string) => `${client(code)}/edit`,
      clientCover: (code: string) => `${client(code)}/cover`,
      enrollees: (query?: Query) => withQuery(`${root}/enrollees`, query),
      newEnrollee: (query?: Query) => withQuery(`${root}/enrollees/new`, query),
      enrollee: (memberId: string, query?: Query) => withQuery(enrollee(memberId), query),
      enrolleeForm: (memberId: string) => `${enrollee(memberId)}/edit`,
      enrolleeCover: (memberId: string) => `${enrollee(memberId)}/cover`,
      enrolleePlan: (memberId: string) => `${enrollee(memberId)}/plan`,
      enrolleeFacility: (memberId: string) => `${enrollee(memberId)}/primary-facility`,
      dashboard: () => root,
      claims: (query?: Query) => withQuery(`${root}/claims`, query),
      claim,
      receipts: (number: string) => `${claim(number)}/receipts`,
      lease: (number: string) => `${claim(number)}/lease`,
      leaseRelease: (number: string) => `${claim(number)}/lease/release`,
      leaseRenewals: (number: string) => `${claim(number)}/lease/renewals`,
      decisions: (number: string) => `${claim(number)}/decisions`,
      reopenings: (number: string) => `${claim(number)}/reopenings`,
      next: () => `${root}/claims/next`,
      notices: (query?: Query) => withQuery(`${root}/notices`, query),
      ...networkPaths(root),
      eligibility: (query?: Query) => withQuery(`${root}/eligibility`, query),
      claimRules: (query?: Query) => withQuery(`${root}/settings/claims`, query),
      ...importPaths(root),
      ...planPaths(root),
      apiKeys: () => `${root}/settings/api-keys`,
      apiKeyRevocations: (key: string) => `${root}/settings/api-keys/${part(key)}/revocations`,
    };
  },
};

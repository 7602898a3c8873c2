import { activationPath, activationPattern } from './paths/activation.ts';
import { alertPaths, alertPatterns } from './paths/alerts.ts';
import { apiPaths, apiPatterns } from './paths/api.ts';
import { filePaths, filePatterns } from './paths/attachments.ts';
import {
  authorizationPaths,
  authorizationPatterns,
  facilityAuthorizationPaths,
  facilityAuthorizationPatterns,
} from './paths/authorizations.ts';
import { claimPaths, claimPatterns } from './paths/claims.ts';
import { importPaths, importPatterns } from './paths/imports.ts';
import { limitPaths, limitPatterns } from './paths/limits.ts';
import { mePaths, mePatterns } from './paths/me.ts';
import { memberPaths, memberPatterns } from './paths/members.ts';
import { networkPaths, networkPatterns } from './paths/network.ts';
import { pilePaths, pilePatterns } from './paths/piles.ts';
import { planPaths, planPatterns } from './paths/plans.ts';
import { providerPaths, providerPatterns } from './paths/provider.ts';
import { riskPaths, riskPatterns } from './paths/risk.ts';
import { part, type Query, withQuery } from './paths/with-query.ts';

/** Every address of the product, as typed builders, by what they are of (`paths/`). No address is written anywhere else. */

/** Patterns for the router: the same names as the builders. */
export const patterns = {
  home: '/',
  signIn: '/sign-in',
  demoSignIn: '/sign-in/demo',
  activation: activationPattern,
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
  provider: { ...providerPatterns, ...facilityAuthorizationPatterns },
  me: mePatterns,
  files: filePatterns,
  staff: {
    dashboard: '/:tenant',
    notices: '/:tenant/notices',
    eligibility: '/:tenant/eligibility',
    claimRules: '/:tenant/settings/claims',
    attachmentRules: '/:tenant/settings/files',
    channels: '/:tenant/settings/channels',
    apiKeys: '/:tenant/settings/api-keys',
    apiKeyRevocations: '/:tenant/settings/api-keys/:key/revocations',
    ...claimPatterns,
    ...authorizationPatterns,
    ...pilePatterns,
    ...limitPatterns,
    ...networkPatterns,
    ...memberPatterns,
    ...importPatterns,
    ...planPatterns,
    ...riskPatterns,
  },
  alerts: alertPatterns,
  api: apiPatterns,
} as const;

function staffPaths(tenant: string) {
  const root = `/${part(tenant)}`;
  return {
    dashboard: () => root,
    notices: (query?: Query) => withQuery(`${root}/notices`, query),
    eligibility: (query?: Query) => withQuery(`${root}/eligibility`, query),
    claimRules: (query?: Query) => withQuery(`${root}/settings/claims`, query),
    channels: (query?: Query) => withQuery(`${root}/settings/channels`, query),
    attachmentRules: (query?: Query) => withQuery(`${root}/settings/files`, query),
    apiKeys: () => `${root}/settings/api-keys`,
    apiKeyRevocations: (key: string) => `${root}/settings/api-keys/${part(key)}/revocations`,
    ...claimPaths(root),
    ...authorizationPaths(root),
    ...pilePaths(root),
    ...limitPaths(root),
    ...networkPaths(root),
    ...memberPaths(root),
    ...importPaths(root),
    ...planPaths(root),
    ...riskPaths(root),
  };
}

let last: { tenant: string; to: ReturnType<typeof staffPaths> } | null = null;

/** The staff portal of one tenant, by its short name. A page asks for it some hundred times: the last one is kept. */
function staff(tenant: string) {
  if (last?.tenant !== tenant) last = { tenant, to: staffPaths(tenant) };
  return last.to;
}

export const paths = {
  home: () => patterns.home,
  signIn: (next?: string) => withQuery(patterns.signIn, { next }),
  demoSignIn: () => patterns.demoSignIn,
  activation: activationPath,
  signOut: () => patterns.signOut,
  organisations: (next?: string) => withQuery(patterns.organisations, { next }),
  docs: () => patterns.docs,
  openapi: () => patterns.openapi,
  live: () => patterns.live,
  alerts: alertPaths,
  api: apiPaths,
  provider: { ...providerPaths, ...facilityAuthorizationPaths },
  me: mePaths,
  files: filePaths,
  staff,
};

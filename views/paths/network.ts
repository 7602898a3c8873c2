import { part, type Query, withQuery } from './with-query.ts';

/** The network and its tariffs: what the router knows. */
export const networkPatterns = {
  providers: '/:tenant/providers',
  providerDirectory: '/:tenant/providers/directory',
  provider: '/:tenant/providers/:facility',
  linkSteps: '/:tenant/providers/:facility/steps',
  papers: '/:tenant/providers/:facility/papers',
  tariff: '/:tenant/tariffs/:tariff',
  tariffFile: '/:tenant/tariffs/:tariff/file',
  tariffPrices: '/:tenant/tariffs/:tariff/prices',
  servicePrices: '/:tenant/tariffs/:tariff/services/:service',
} as const;

/** The same, as addresses below a tenant's own. */
export const networkPaths = (root: string) => ({
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

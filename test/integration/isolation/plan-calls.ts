import { type Call, form } from './call.ts';
import type { World } from './world.ts';

const shown = { shows: 'tenant' } as const;
const call = (path: string, own: Partial<Call> = {}): Call => ({
  area: 'staff',
  path,
  refused: [404],
  ...own,
});

/** How to call the pages of plans and services. */
export const planCalls = ({ tenant }: World): Record<string, Call> => {
  const root = `/${tenant.slug}`;
  const plan = `${root}/plans/CARE`;
  return {
    'GET /:tenant/plans': call(`${root}/plans`, shown),
    'POST /:tenant/plans': call(`${root}/plans`, {
      body: form({ code: 'STOLEN', name: 'Stolen', scheme: 'private', start: 'empty' }),
    }),
    'GET /:tenant/plans/new': call(`${root}/plans/new`, shown),
    'GET /:tenant/plans/:plan': call(plan, shown),
    'POST /:tenant/plans/:plan': call(plan, { body: form({ name: 'Stolen', scheme: 'private' }) }),
    'GET /:tenant/plans/:plan/comparison': call(`${plan}/comparison?before=1&after=draft`, shown),
    'POST /:tenant/plans/:plan/retirements': call(`${plan}/retirements`, {
      body: form({ retiredFrom: '2026-01-01' }),
    }),
    'POST /:tenant/plans/:plan/drafts': call(`${plan}/drafts`, { body: form({ start: 'empty' }) }),
    'GET /:tenant/plans/:plan/draft': call(`${plan}/draft`, shown),
    'POST /:tenant/plans/:plan/draft/order': call(`${plan}/draft/order`, {
      body: form({ revision: '1', benefit: 'OPD', to: 'up' }),
    }),
    'GET /:tenant/plans/:plan/draft/overall': call(`${plan}/draft/overall`, shown),
    'POST /:tenant/plans/:plan/draft/overall': call(`${plan}/draft/overall`, {
      body: form({ revision: '1', onMove: 'fresh' }),
    }),
    'GET /:tenant/plans/:plan/draft/exclusions': call(`${plan}/draft/exclusions`, shown),
    'POST /:tenant/plans/:plan/draft/exclusions': call(`${plan}/draft/exclusions`, {
      body: form({ revision: '1' }),
    }),
    'GET /:tenant/plans/:plan/draft/benefits/:benefit': call(`${plan}/draft/benefits/OPD`, shown),
    'POST /:tenant/plans/:plan/draft/benefits/:benefit': call(`${plan}/draft/benefits/OPD`, {
      body: form({ revision: '1', code: 'OPD', name: 'Stolen', category: 'other', groups: 'consultation' }),
    }),
    'POST /:tenant/plans/:plan/draft/benefits/:benefit/removals': call(
      `${plan}/draft/benefits/OPD/removals`,
      { body: form({ revision: '1' }) },
    ),
    'POST /:tenant/plans/:plan/draft/discard': call(`${plan}/draft/discard`, {
      body: form({ revision: '1' }),
    }),
    'POST /:tenant/plans/:plan/publications': call(`${plan}/publications`, {
      body: form({ revision: '1', from: '2099-01-01' }),
    }),
    'GET /:tenant/services': call(`${root}/services`, shown),
    'POST /:tenant/services': call(`${root}/services`, {
      body: form({ code: 'STOLEN', name: 'Stolen', group: 'other', unit: 'each' }),
    }),
    'GET /:tenant/services/new': call(`${root}/services/new`, shown),
    'GET /:tenant/services/edit/:service': call(`${root}/services/edit/consultation`, shown),
    'POST /:tenant/services/edit/:service': call(`${root}/services/edit/consultation`, {
      body: form({ name: 'Stolen', group: 'other', unit: 'each' }),
    }),
    'GET /:tenant/services/groups': call(`${root}/services/groups`, shown),
    'POST /:tenant/services/groups': call(`${root}/services/groups`, {
      body: form({ code: 'stolen', name: 'Stolen' }),
    }),
    'GET /:tenant/search/services': call(`${root}/search/services?q=consultation&of=x`, shown),
    'GET /:tenant/search/diagnoses': call(`${root}/search/diagnoses?q=malaria&of=x`),
  };
};

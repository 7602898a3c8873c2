import { defaultRisk } from '../../../schema/domain/risk/settings.ts';
import { type Call, form } from './call.ts';
import type { World } from './world.ts';

const shown = { shows: 'tenant' } as const;

/** How to call the pages about risk and investigations. */
export function riskCalls({ tenant, waiting, requested, investigation }: World): Record<string, Call> {
  const root = `/${tenant.slug}`;
  const one = `${root}/investigations/${investigation}`;
  const call = (path: string, more: Partial<Call> = {}): Call => ({
    area: 'staff',
    path,
    refused: [404],
    ...more,
  });
  return {
    'GET /:tenant/risk': call(`${root}/risk`, shown),
    'GET /:tenant/risk/rules': call(`${root}/risk/rules`, shown),
    'POST /:tenant/risk/rules': call(`${root}/risk/rules`, {
      body: form({ 'duplicate.weight': String(defaultRisk.duplicate.weight) }),
    }),
    'POST /:tenant/claims/:number/risk/:n/disposals': call(`${root}/claims/${waiting}/risk/1/disposals`, {
      body: form({ verdict: 'DISMISSED', reason: 'Ours now.' }),
    }),
    'POST /:tenant/authorizations/:number/risk/:n/disposals': call(
      `${root}/authorizations/${requested}/risk/1/disposals`,
      { body: form({ verdict: 'DISMISSED', reason: 'Ours now.' }) },
    ),
    'GET /:tenant/investigations': call(`${root}/investigations`, shown),
    'POST /:tenant/investigations': call(`${root}/investigations`, {
      body: form({ title: 'Ours', claims: waiting }),
    }),
    'GET /:tenant/investigations/:investigation': call(one, shown),
    'POST /:tenant/investigations/:investigation/claims': call(`${one}/claims`, {
      body: form({ claims: waiting }),
    }),
    'POST /:tenant/investigations/:investigation/notes': call(`${one}/notes`, {
      body: form({ text: 'Ours.' }),
    }),
    'POST /:tenant/investigations/:investigation/holds': call(`${one}/holds`, {
      body: form({ on: 'claims' }),
    }),
    'POST /:tenant/investigations/:investigation/holds/lifts': call(`${one}/holds/lifts`, {
      body: form({ on: 'claims' }),
    }),
    'POST /:tenant/investigations/:investigation/closings': call(`${one}/closings`, {
      body: form({ version: '1', verdict: 'CLEARED', reason: 'Ours.' }),
    }),
  };
}

import { clientView } from '../../../../schema/api/member-views.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { noBody, none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { exampleClientView } from './example.ts';
import { namedByCode } from './put-client.ts';
import { readClient } from './read-client.ts';

/** Shows one client. */
export const showClient = operation({
  id: 'showClient',
  method: 'GET',
  path: patterns.api.client,
  area: 'Clients',
  summary: 'Read a client',
  description: 'The client as the tenant has it.',
  scopes: { tenant: 'client.view' },
  params: namedByCode,
  query: none,
  body: noBody,
  answers: { 200: { means: 'The client.', form: clientView } },
  refusals: ['not-found'],
  example: { params: { code: 'DANG' }, status: 200, answer: exampleClientView },
  async handle({ c, params: { code } }) {
    const body = await readClient(ownTenantDatabase(c), code);
    return body ? { status: 200, body } : refuse('not_found', 'There is no client of this code.');
  },
});

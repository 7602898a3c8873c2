import { serviceView } from '../../../../schema/api/network-views.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { noBody, none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { namedByIntegrator } from '../put-answers.ts';
import { readService } from './read-service.ts';
import { exampleServiceView } from './view-of-service.ts';

/** Shows one service. */
export const showService = operation({
  id: 'showService',
  method: 'GET',
  path: patterns.api.service,
  area: 'Services',
  summary: 'Read a service',
  description: 'The service as the tenant has it.',
  scopes: { tenant: 'service.view' },
  params: namedByIntegrator,
  query: none,
  body: noBody,
  answers: { 200: { means: 'The service.', form: serviceView } },
  refusals: [],
  example: { params: { externalId: 'lab-0017' }, status: 200, answer: exampleServiceView },
  async handle({ c, params: { externalId } }) {
    const body = await readService(ownTenantDatabase(c), externalId);
    return body ? { status: 200, body } : refuse('not_found', 'There is no service of this external id.');
  },
});

import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { serviceView } from '../../../../schema/api/network-views.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { serviceForm } from '../../../../schema/forms/put-service.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { isSame, namedByIntegrator, putAnswers, putDescription } from '../put-answers.ts';
import { readService } from './read-service.ts';
import { exampleService, exampleServiceView, viewOfService } from './view-of-service.ts';

/** Creates a service, or brings it up to date. */
export const putService = operation({
  id: 'putService',
  method: 'PUT',
  path: patterns.api.service,
  area: 'Services',
  summary: 'Create or change a service',
  description: putDescription,
  scopes: tenantGates.PutService,
  params: namedByIntegrator,
  query: none,
  body: serviceForm.meta({ id: 'PutService', description: 'One thing that can be billed.' }),
  answers: putAnswers(serviceView),
  refusals: [],
  example: {
    params: { externalId: 'lab-0017' },
    body: exampleService,
    status: 201,
    answer: exampleServiceView,
  },
  async handle({ c, params: { externalId }, body, commandId }) {
    const input = { externalId, ...body };
    const wanted = viewOfService({ ...input, code: body.code ?? externalId }, body.currency ?? null);
    const there = await readService(ownTenantDatabase(c), externalId);
    if (isSame(there, wanted)) return { status: 200, body: there };

    const put = await executeOn(tenantActor(c), command(c, commandId, { type: 'PutService', input }));
    if (put.refused) return put;
    const headers = { location: paths.api.service(externalId) };
    return { status: put.outcome.created ? 201 : 200, headers, body: { ...wanted, code: put.outcome.code } };
  },
});

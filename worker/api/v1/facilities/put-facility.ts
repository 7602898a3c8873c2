import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { facilityView } from '../../../../schema/api/network-views.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { facilityForm } from '../../../../schema/forms/put-facility.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { facilityByExternalId } from '../../../queries/facility-by-external-id.ts';
import { none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { isSame, namedByIntegrator, putAnswers, putDescription } from '../put-answers.ts';
import { exampleFacility, viewOfFacility } from './view-of-facility.ts';

/** Creates a facility of the network, or brings it up to date. */
export const putFacility = operation({
  id: 'putFacility',
  method: 'PUT',
  path: patterns.api.facility,
  area: 'Network',
  summary: 'Create or change a facility',
  description: putDescription,
  scopes: tenantGates.PutFacility,
  params: namedByIntegrator,
  query: none,
  body: facilityForm.meta({ id: 'PutFacility', description: "A facility of the tenant's network." }),
  answers: putAnswers(facilityView),
  refusals: [],
  example: {
    params: { externalId: 'lagoon-ikeja' },
    body: exampleFacility,
    status: 201,
    answer: viewOfFacility('lagoon-ikeja', exampleFacility),
  },
  async handle({ c, params: { externalId }, body, commandId }) {
    const wanted = viewOfFacility(externalId, body);
    const there = await facilityByExternalId(ownTenantDatabase(c), externalId);
    if (there && isSame(viewOfFacility(externalId, there), wanted)) return { status: 200, body: wanted };

    const input = { externalId, ...body };
    const put = await executeOn(tenantActor(c), command(c, commandId, { type: 'PutFacility', input }));
    if (put.refused) return put;
    const headers = { location: paths.api.facility(externalId) };
    return { status: put.outcome.created ? 201 : 200, headers, body: wanted };
  },
});

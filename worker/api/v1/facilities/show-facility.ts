import { facilityView } from '../../../../schema/api/network-views.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { facilityByExternalId } from '../../../queries/facility-by-external-id.ts';
import { noBody, none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { namedByIntegrator } from '../put-answers.ts';
import { exampleFacility, viewOfFacility } from './view-of-facility.ts';

/** Shows one facility of the network. */
export const showFacility = operation({
  id: 'showFacility',
  method: 'GET',
  path: patterns.api.facility,
  area: 'Network',
  summary: 'Read a facility',
  description: 'The facility as the tenant has it.',
  scopes: { tenant: 'network.view' },
  params: namedByIntegrator,
  query: none,
  body: noBody,
  answers: { 200: { means: 'The facility.', form: facilityView } },
  refusals: [],
  example: {
    params: { externalId: 'lagoon-ikeja' },
    status: 200,
    answer: viewOfFacility('lagoon-ikeja', exampleFacility),
  },
  async handle({ c, params: { externalId } }) {
    const profile = await facilityByExternalId(ownTenantDatabase(c), externalId);
    if (!profile) return refuse('not_found', 'There is no facility of this external id.');
    return { status: 200, body: viewOfFacility(externalId, profile) };
  },
});

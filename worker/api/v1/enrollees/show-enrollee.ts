import { enrolleeView } from '../../../../schema/api/member-views.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { noBody, none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { namedByIntegrator } from '../put-answers.ts';
import { exampleEnrolleeView } from './example.ts';
import { readEnrollee } from './read-enrollee.ts';

/** Shows one enrollee. */
export const showEnrollee = operation({
  id: 'showEnrollee',
  method: 'GET',
  path: patterns.api.enrollee,
  area: 'Enrollees',
  summary: 'Read an enrollee',
  description: 'The enrollee as the tenant has them.',
  scopes: { tenant: 'enrollee.view' },
  params: namedByIntegrator,
  query: none,
  body: noBody,
  answers: { 200: { means: 'The enrollee.', form: enrolleeView } },
  refusals: [],
  example: { params: { externalId: 'staff-00042' }, status: 200, answer: exampleEnrolleeView },
  async handle({ c, params: { externalId } }) {
    const body = await readEnrollee(ownTenantDatabase(c), { externalId });
    return body ? { status: 200, body } : refuse('not_found', 'There is no enrollee of this external id.');
  },
});

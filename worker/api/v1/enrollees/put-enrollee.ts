import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { enrolleeView } from '../../../../schema/api/network-views.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { enrolleeForm } from '../../../../schema/forms/put-enrollee.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { isSame, namedByIntegrator, putAnswers, putDescription } from '../put-answers.ts';
import { readEnrollee } from './read-enrollee.ts';
import { exampleEnrollee, exampleEnrolleeView, viewOfEnrollee } from './view-of-enrollee.ts';

/** Creates an enrollee, or brings them up to date. */
export const putEnrollee = operation({
  id: 'putEnrollee',
  method: 'PUT',
  path: patterns.api.enrollee,
  area: 'Enrollees',
  summary: 'Create or change an enrollee',
  description: `${putDescription} The member id is given once and stays. A principal comes before their dependants.`,
  scopes: tenantGates.PutEnrollee,
  params: namedByIntegrator,
  query: none,
  body: enrolleeForm.meta({ id: 'PutEnrollee', description: 'A covered person.' }),
  answers: putAnswers(enrolleeView),
  refusals: [],
  example: {
    params: { externalId: 'staff-00042' },
    body: exampleEnrollee,
    status: 201,
    answer: exampleEnrolleeView,
  },
  async handle({ c, params: { externalId }, body, commandId }) {
    const input = { externalId, ...body };
    const there = await readEnrollee(ownTenantDatabase(c), externalId);
    if (there && isSame(there, viewOfEnrollee(there.memberId, input))) return { status: 200, body: there };

    const put = await executeOn(tenantActor(c), command(c, commandId, { type: 'PutEnrollee', input }));
    if (put.refused) return put;
    const { memberId, created } = put.outcome;
    const headers = { location: paths.api.enrollee(externalId) };
    return { status: created ? 201 : 200, headers, body: viewOfEnrollee(memberId, input) };
  },
});

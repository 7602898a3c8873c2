import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { enrolleeView } from '../../../../schema/api/member-views.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { enrolleeForm } from '../../../../schema/forms/put-enrollee.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { namedByIntegrator, putAnswers, putDescription } from '../put-answers.ts';
import { exampleEnrollee, exampleEnrolleeView } from './example.ts';
import { readEnrollee } from './read-enrollee.ts';
import { saysNothingNew } from './says-nothing-new.ts';

/** Creates an enrollee, or brings them up to date. */
export const putEnrollee = operation({
  id: 'putEnrollee',
  method: 'PUT',
  path: patterns.api.enrollee,
  area: 'Enrollees',
  summary: 'Create or change an enrollee',
  description: `${putDescription} The member id is given once and stays. A principal comes before their dependants, who belong to the principal's client and inherit the plan. Plan, national numbers, primary facility and \`transferred\` stay as they are where they are left out; a termination is taken back by an order of its own. To move somebody to another plan needs the scope enrollee.move_plan, to change the last day of cover enrollee.terminate.`,
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
    const tenant = ownTenantDatabase(c);
    if (await saysNothingNew(tenant, externalId, input))
      return { status: 200, body: await readEnrollee(tenant, { externalId }) };

    const put = await executeOn(tenantActor(c), command(c, commandId, { type: 'PutEnrollee', input }));
    if (put.refused) return put;
    const headers = { location: paths.api.enrollee(externalId) };
    const status = put.outcome.created ? 201 : 200;
    return { status, headers, body: await readEnrollee(tenant, { externalId }) };
  },
});

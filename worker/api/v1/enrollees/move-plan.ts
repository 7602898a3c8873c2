import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { planMoveView } from '../../../../schema/api/member-views.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { planMoveForm } from '../../../../schema/forms/members.ts';
import { patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { personBy } from '../../../queries/person.ts';
import { none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { namedByIntegrator } from '../put-answers.ts';

/** Moves an enrollee to another plan. */
export const moveEnrolleePlan = operation({
  id: 'moveEnrolleePlan',
  method: 'POST',
  path: patterns.api.enrolleePlanMoves,
  area: 'Enrollees',
  summary: 'Move to another plan',
  description:
    'From the first day of the next month. A move that has not taken effect is replaced; a move to the present plan takes it back. Sent again with the same Idempotency-Key it does nothing new.',
  scopes: tenantGates.MovePlan,
  params: namedByIntegrator,
  query: none,
  body: planMoveForm.meta({ id: 'PlanMove', description: 'A move to another plan.' }),
  answers: { 200: { means: 'It is recorded.', form: planMoveView } },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'not-found'],
  example: {
    params: { externalId: 'staff-00042' },
    body: { plan: 'PLATINUM' },
    status: 200,
    answer: {
      memberId: 'MER-DANG-00042-P',
      plan: 'PLATINUM',
      from: '2026-12-01',
      takenBack: false,
      people: 3,
    },
  },
  async handle({ c, params: { externalId }, body, commandId }) {
    const found = await personBy(ownTenantDatabase(c), { externalId });
    if (!found) return refuse('not_found', 'There is no enrollee of this external id.');
    const input = { externalId, ...body };
    const done = await executeOn(tenantActor(c), command(c, commandId, { type: 'MovePlan', input }));
    if (done.refused) return done;
    const { plan, from, takenBack, moved } = done.outcome;
    const { memberId } = found.person;
    return { status: 200, body: { memberId, plan, from, takenBack, people: moved.length } };
  },
});

import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { coverChangeView } from '../../../../schema/api/member-views.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { coverChangeForm } from '../../../../schema/forms/members.ts';
import { patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { personBy } from '../../../queries/person.ts';
import { none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { namedByIntegrator } from '../put-answers.ts';

/** Suspends, reinstates or ends an enrollee's cover. */
export const changeEnrolleeCover = operation({
  id: 'changeEnrolleeCover',
  method: 'POST',
  path: patterns.api.enrolleeCover,
  area: 'Enrollees',
  summary: 'Suspend, reinstate or end a cover',
  description:
    'From a day on, at most 30 days back. Those who depend on a principal follow without a call of their own. A reinstatement ends a suspension; on the very day of an end or a planned suspension it takes that back. To end a cover needs the scope enrollee.terminate. Sent again with the same Idempotency-Key it does nothing new.',
  scopes: tenantGates.SetEnrolleeCover,
  params: namedByIntegrator,
  query: none,
  body: coverChangeForm.meta({ id: 'CoverChange', description: 'What is done to a cover.' }),
  answers: { 200: { means: 'It is recorded.', form: coverChangeView } },
  refusals: ['idempotency-key', 'idempotency-key-reused', 'not-found'],
  example: {
    params: { externalId: 'staff-00042' },
    body: { change: 'suspend', from: '2026-12-01', reason: 'Unpaid leave' },
    status: 200,
    answer: { memberId: 'MER-DANG-00042-P', change: 'suspend', from: '2026-12-01', reviewFrom: null },
  },
  async handle({ c, params: { externalId }, body, commandId }) {
    const found = await personBy(ownTenantDatabase(c), { externalId });
    if (!found) return refuse('not_found', 'There is no enrollee of this external id.');
    const input = { externalId, ...body };
    const sent = command(c, commandId, { type: 'SetEnrolleeCover' as const, input });
    const done = await executeOn(tenantActor(c), sent);
    if (done.refused) return done;
    const { change, from, reviewFrom } = done.outcome;
    return { status: 200, body: { memberId: found.person.memberId, change, from, reviewFrom } };
  },
});

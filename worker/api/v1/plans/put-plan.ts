import { z } from 'zod';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { planView } from '../../../../schema/api/plan-view.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { sameRules } from '../../../../schema/domain/plans/publishing.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { planCode, planVersionForm } from '../../../../schema/forms/plans.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { planByCode } from '../../../queries/plan-by-code.ts';
import { none, operation } from '../../operation.ts';
import { putAnswers } from '../put-answers.ts';
import { examplePlan, examplePlanView, viewOfPlan } from './view-of-plan.ts';

/** The address of a plan: the tenant's own code of it. */
export const planParams = z.strictObject({
  code: planCode.meta({ description: 'the plan’s code: 1–20 capitals, digits and dashes' }),
});

const description =
  'Makes or renames the plan, and publishes a version of it when the rules are not those of its latest version. A published version never changes: claims are judged by the version in force on the date of service. The first version may begin in the past; a later one begins today or later, and after the one before it. Sending the same again changes nothing and writes nothing, so that no Idempotency-Key is needed.';

/** Makes a plan, or publishes its next version. */
export const putPlan = operation({
  id: 'putPlan',
  method: 'PUT',
  path: patterns.api.plan,
  area: 'Plans',
  summary: 'Create a plan or publish its next version',
  description,
  scopes: tenantGates.PutPlanVersion,
  params: planParams,
  query: none,
  body: planVersionForm.meta({ id: 'PutPlan', description: 'A plan and what it shall say.' }),
  answers: putAnswers(planView),
  refusals: [],
  example: { params: { code: 'BRONZE' }, body: examplePlan, status: 201, answer: examplePlanView },
  async handle({ c, params: { code }, body, commandId }) {
    const tenant = tenantDatabase(c.env, c.var.organisation.id);
    const there = await planByCode(tenant, code);
    const latest = there?.versions.at(-1);
    const same = there?.plan.name === body.name && there.plan.scheme === body.scheme;
    if (there && latest && same && sameRules(latest.rules, body.rules))
      return { status: 200, body: viewOfPlan(there) };

    const input = { code, ...body };
    const put = await executeOn(tenantActor(c), command(c, commandId, { type: 'PutPlanVersion', input }));
    if (put.refused) return put;
    const now = await planByCode(tenant, code);
    const { created, version } = put.outcome;
    const view = now && viewOfPlan(now, version);
    if (!view) return refuse('unavailable', 'The plan was put; read it again.');
    const headers = { location: paths.api.plan(code) };
    return { status: created ? 201 : 200, headers, body: view };
  },
});

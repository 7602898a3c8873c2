import { z } from 'zod';
import { wholeNumber } from '../../../../schema/api/parts.ts';
import { planView } from '../../../../schema/api/plan-view.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { planByCode } from '../../../queries/plan-by-code.ts';
import { noBody, operation } from '../../operation.ts';
import { planParams } from './put-plan.ts';
import { examplePlanView, viewOfPlan } from './view-of-plan.ts';

/** Shows one plan with one of its versions. */
export const showPlan = operation({
  id: 'showPlan',
  method: 'GET',
  path: patterns.api.plan,
  area: 'Plans',
  summary: 'Read a plan',
  description: 'The plan with its latest version, or with the one that is named. Drafts are not shown.',
  scopes: { tenant: 'plan.view' },
  params: planParams,
  query: z.strictObject({
    version: wholeNumber(1, 1_000_000).optional().meta({ description: 'left out: the latest one' }),
  }),
  body: noBody,
  answers: { 200: { means: 'The plan.', form: planView } },
  refusals: [],
  example: { params: { code: 'BRONZE' }, status: 200, answer: examplePlanView },
  async handle({ c, params: { code }, query: { version } }) {
    const there = await planByCode(tenantDatabase(c.env, c.var.organisation.id), code);
    const body = there && viewOfPlan(there, version);
    return body ? { status: 200, body } : refuse('not_found', 'There is no such plan or version.');
  },
});

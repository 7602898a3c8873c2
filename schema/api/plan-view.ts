import { z } from 'zod';
import { planSchemes } from '../domain/plans/plan.ts';
import { planRulesForm } from '../forms/plan-rules.ts';
import { dateView } from './parts.ts';

/** A plan as the API answers it: one of its versions whole, and which others there are. */
export const planView = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    scheme: z.enum(planSchemes),
    retiredFrom: dateView
      .nullable()
      .meta({ description: 'nobody is put on it from this day on; null: in use' }),
    versions: z
      .array(z.strictObject({ version: z.int(), from: dateView }))
      .meta({ description: 'what was published, in the order of their dates' }),
    version: z.int().nullable().meta({ description: 'the one shown; null: none was published' }),
    from: dateView.nullable().meta({ description: 'first day of the one shown' }),
    rules: planRulesForm.nullable().meta({ description: 'what the one shown says' }),
  })
  .meta({ id: 'Plan', description: 'A plan with one of its versions.' });

export type PlanView = z.output<typeof planView>;

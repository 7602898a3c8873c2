import { z } from 'zod';

/** A refusal as RFC 9457 has it. `code` is the last part of `type`. */
export const problemView = z
  .strictObject({
    type: z.string().meta({ description: 'address of what this kind of problem means' }),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'name of the kind of problem; stays the same for ever' }),
    detail: z.string().meta({ description: 'what happened this time and what to do' }),
    errors: z
      .array(
        z.strictObject({
          field: z.string().meta({ description: 'path within what was sent, for example lines.2.quantity' }),
          message: z.string(),
          reason: z.string().optional().meta({ description: "code of the tenant's table of reasons" }),
        }),
      )
      .optional()
      .meta({ description: 'every mistake that was found, not only the first' }),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused (RFC 9457).' });

export type ProblemView = z.output<typeof problemView>;

import { z } from 'zod';
import { externalId } from '../../../schema/forms/fields.ts';
import type { AnswerSpec } from '../operation.ts';

/** Parameters of the address of a thing that an integrator names. */
export const namedByIntegrator = z.strictObject({
  externalId: externalId.meta({
    description: 'your own id of it: 1–128 letters, digits, dots, colons, dashes or underscores',
  }),
});

/** What a PUT says of itself in the reference. */
export const putDescription =
  'What is sent is how it shall be, whole: fields left out are emptied. Sending the same again changes nothing and writes nothing, so that no Idempotency-Key is needed.';

/** The two good answers of a PUT. */
export const putAnswers = (form: z.ZodType): Readonly<Record<number, AnswerSpec>> => ({
  200: { means: 'It was there, and is now as sent.', form },
  201: { means: 'It was created.', form, headers: { location: 'its address' } },
});

/** Whether a thing is already as it shall be: then there is nothing to do, and nothing is written. */
export function isSame<View>(there: View | null, wanted: View): there is View {
  return there !== null && JSON.stringify(there) === JSON.stringify(wanted);
}

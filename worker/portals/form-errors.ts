import type { z } from 'zod';
import type { Refusal } from '../../schema/domain/refusal.ts';
import type { FormErrors } from '../../views/ui/form.tsx';

/** The first error of every field, by the field's name: `lines.2.quantity`. */
export function formErrors(error: z.ZodError): FormErrors {
  const found: Record<string, string> = {};
  for (const { path, message } of error.issues) found[path.join('.')] ??= message;
  return found;
}

/** What a refusal says of each field; a refusal that blames none speaks for the form as a whole. */
export function refusalErrors(refusal: Refusal): FormErrors {
  const errors = refusal.errors ?? [];
  if (errors.length === 0) return { '': refusal.message };
  const found: Record<string, string> = {};
  for (const { field, message } of errors) found[field] ??= message;
  return found;
}

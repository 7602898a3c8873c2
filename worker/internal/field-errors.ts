import type { z } from 'zod';
import type { FieldError } from '../../schema/domain/refusal.ts';

/** What a form found wrong, field by field. */
export const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));

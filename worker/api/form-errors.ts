import type { z } from 'zod';
import type { FieldError } from '../../schema/domain/refusal.ts';
import { sentenceOf } from './sentences.ts';

const name_characters_max = 60;

const shorten = (name: string) =>
  name.length > name_characters_max ? `${name.slice(0, name_characters_max)}…` : name;

function errorsOf(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map((part) => shorten(String(part)));
  if (issue.code !== 'unrecognized_keys') return [{ field: path.join('.'), message: issue.message }];
  return issue.keys.map((key) => ({
    field: [...path, shorten(key)].join('.'),
    message: 'There is no such field; leave it out.',
  }));
}

/** Reads a value through a form: the value as the form has it, or every field's mistake in plain sentences. */
export function readForm<Form extends z.ZodType>(
  form: Form,
  input: unknown,
): { value: z.output<Form> } | { errors: FieldError[] } {
  const read = form.safeParse(input, { error: sentenceOf });
  if (read.success) return { value: read.data };
  // One sentence a field: what else is wrong with it often follows from the first.
  const byField = new Map<string, FieldError>();
  for (const error of read.error.issues.flatMap(errorsOf))
    if (!byField.has(error.field)) byField.set(error.field, error);
  return { errors: [...byField.values()] };
}

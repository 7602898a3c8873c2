import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Schemas } from '../../../worker/api/openapi/schemas.ts';
import { fieldsOf, heldBy } from '../../../worker/docs/fields-of.ts';

const schemas = new Schemas();
const sent = (form: z.ZodType) => heldBy(schemas.request(form)).holds;
const named = z.strictObject({ a: z.string() }).meta({ id: 'Named', description: 'A thing.' });

describe('what a field holds, in words', () => {
  test.each<[z.ZodType, string]>([
    [z.string(), 'text'],
    [z.string().min(1).max(40), 'text, 1–40 characters'],
    [z.string().max(2000), 'text, at most 2,000 characters'],
    [z.string().nullable(), 'text or null'],
    [z.int().min(1).max(9999), 'whole number, 1–9,999'],
    [z.int().min(0).max(10).nullable(), 'whole number, 0–10 or null'],
    [z.boolean(), 'true or false'],
    [z.enum(['a', 'b']), '“a”, “b”'],
    [z.enum(['a', 'b']).nullable(), '“a”, “b” or null'],
    [z.iso.date(), 'date'],
    [z.iso.datetime(), 'moment'],
    [z.email(), 'e-mail address'],
    [z.array(z.string()).min(1).max(12), 'list of text, 1–12'],
    [z.array(z.strictObject({ a: z.string() })), 'list of objects'],
    [z.strictObject({ a: z.string() }), 'object'],
  ])('%#', (form, words) => {
    expect(sent(form)).toBe(words);
  });

  test('and the named form, to link to', () => {
    expect(heldBy(schemas.answer(named))).toEqual({ holds: '', form: 'Named' });
    expect(heldBy(schemas.answer(z.array(named)))).toEqual({ holds: 'list of ', form: 'Named' });
  });
});

test('fields within fields stand under their path, with what they mean', () => {
  const form = z.strictObject({
    lines: z.array(z.strictObject({ quantity: z.int().min(1).max(9).meta({ description: 'how many' }) })),
    owner: z.strictObject({ name: z.string().optional() }),
    currency: z.string().default('NGN').meta({ description: 'three capitals' }),
  });
  expect(fieldsOf(schemas.request(form)).map(({ name, required, text }) => [name, required, text])).toEqual([
    ['lines', true, ''],
    ['lines[].quantity', true, 'how many'],
    ['owner', true, ''],
    ['owner.name', false, ''],
    ['currency', false, 'three capitals; left out: `NGN`'],
  ]);
});

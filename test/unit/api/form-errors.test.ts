import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { claimsQuestion } from '../../../schema/api/claim-questions.ts';
import { submitClaimRequest } from '../../../schema/api/submit-claim-request.ts';
import { readForm } from '../../../worker/api/form-errors.ts';
import { exampleRequest } from '../../../worker/api/v1/claims/example.ts';

const errorsOf = (form: z.ZodType, value: unknown) => {
  const read = readForm(form, value);
  return 'errors' in read ? read.errors : [];
};
const claim = (change: object) => errorsOf(submitClaimRequest, { ...exampleRequest, ...change });

describe('a claim', () => {
  test('that is right has no errors', () => {
    expect(claim({})).toEqual([]);
  });

  test('names every field that is wrong, by its path', () => {
    const [first, second] = exampleRequest.lines;
    const errors = claim({
      encounterType: 'spa',
      currency: 3,
      accident: 'no',
      lines: [first, { ...second, quantity: 0.5, unitPrice: -1 }, { service: 'X' }],
      diagnoses: [],
    });
    expect(errors).toEqual([
      { field: 'encounterType', message: 'Choose the kind of encounter.' },
      { field: 'diagnoses', message: 'Name at least one diagnosis.' },
      { field: 'lines.1.quantity', message: 'Enter a whole number.' },
      { field: 'lines.1.unitPrice', message: 'the unit price cannot be negative.' },
      { field: 'lines.2.quantity', message: 'Enter how many.' },
      { field: 'lines.2.unitPrice', message: 'Enter the unit price in minor units.' },
      { field: 'currency', message: 'Send a text, not a number.' },
      { field: 'accident', message: 'Send true or false, not a text.' },
    ]);
  });

  test('refuses fields it does not know by their names, at any depth', () => {
    const errors = claim({ Total: 1, lines: exampleRequest.lines.map((line) => ({ ...line, note: 'x' })) });
    const message = 'There is no such field; leave it out.';
    expect(errors).toEqual([
      { field: 'lines.0.note', message },
      { field: 'lines.1.note', message },
      { field: 'lines.2.note', message },
      { field: 'Total', message },
    ]);
  });

  test('refuses the names of an object’s own making', () => {
    const sent: unknown = JSON.parse(
      JSON.stringify(exampleRequest).replace('{', '{"__proto__":{"accident":true},"constructor":1,'),
    );
    expect(errorsOf(submitClaimRequest, sent).map((error) => error.field)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(Object.hasOwn(Object.prototype, 'accident')).toBe(false);
  });

  test('keeps what is sent out of its sentences', () => {
    const errors = claim({
      [`secret${'x'.repeat(200)}`]: 'Ada Obi',
      currency: 'Ada Obi',
      encounterType: 'Ada Obi',
    });
    expect(JSON.stringify(errors)).not.toContain('Ada Obi');
    expect(Math.max(...errors.map((error) => error.field.length))).toBeLessThan(70);
  });

  test.each([
    [{ total: 990001 }, 'total', 'The total must be the sum of the lines: 990000.'],
    [{ total: '990000' }, 'total', 'Enter the total in minor units.'],
    [{ total: 1e300 }, 'total', 'Enter the total in whole minor units.'],
    [{ total: 2 ** 53 }, 'total', 'Enter the total in whole minor units.'],
    [{ total: 10 ** 13 }, 'total', 'the total is too large.'],
    [{ startedAt: '2026-11-20T09:30:00' }, 'startedAt', /ISO 8601/],
    [{ startedAt: '2026-02-30T09:30:00Z' }, 'startedAt', /ISO 8601/],
    [{ startedAt: 1763627400 }, 'startedAt', /ISO 8601/],
    [{ birthDate: '17/04/1988' }, 'birthDate', /year-month-day/],
    [{ birthDate: '1987-02-29' }, 'birthDate', /year-month-day/],
    [{ memberId: null }, 'memberId', 'Enter the member id.'],
    [{ enrolleeExternalId: 'x' }, 'memberId', /not both/],
    [{ endedAt: '2026-11-20T08:00:00Z' }, 'endedAt', 'The end cannot be before the start.'],
    [{ practitionerName: 'A\u0000B' }, 'practitionerName', /control characters/],
    [{ diagnoses: [{ code: 'B54\u0007' }] }, 'diagnoses.0.code', 'Choose a diagnosis by its code.'],
    [{ lines: {} }, 'lines', 'Send a list, not an object.'],
  ])('%j', (change, field, message) => {
    const found = claim(change).find((error) => error.field === field);
    expect(found?.message).toMatch(message);
  });

  test('of more lines than a claim has', () => {
    const lines = new Array(101).fill(exampleRequest.lines[0]);
    expect(claim({ lines })).toEqual([
      { field: 'lines', message: expect.stringMatching(/at most 100 lines/) },
    ]);
  });

  test('that is not an object at all', () => {
    for (const value of [null, 1, 'x', [], true]) expect(errorsOf(submitClaimRequest, value)).toHaveLength(1);
    expect(errorsOf(submitClaimRequest, [])).toEqual([{ field: '', message: 'Send an object, not a list.' }]);
  });
});

describe('a question', () => {
  test('has its defaults', () => {
    expect(readForm(claimsQuestion, {})).toEqual({ value: { limit: 50 } });
  });

  test.each([
    [{ limit: '0' }, 'limit'],
    [{ limit: '201' }, 'limit'],
    [{ limit: '1e2' }, 'limit'],
    [{ limit: ' 5' }, 'limit'],
    [{ limit: '' }, 'limit'],
    [{ limit: '٥' }, 'limit'],
    [{ state: 'approved' }, 'state'],
    [{ cursor: '../x' }, 'cursor'],
    [{ fields: 'number,secret' }, 'fields'],
    [{ fields: '__proto__' }, 'fields'],
    [{ submittedAfter: 'yesterday' }, 'submittedAfter'],
    [{ tenant: '../x' }, 'tenant'],
    [{ sort: 'x' }, 'sort'],
  ])('%j', (asked, field) => {
    expect(errorsOf(claimsQuestion, asked).map((error) => error.field)).toEqual([field]);
  });
});

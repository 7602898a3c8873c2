import { describe, expect, test } from 'vitest';
import type { NamedCode } from '../../../../schema/domain/risk/facts.ts';
import { aClaim, aLine, findingsOf, saidBy, someFacts } from './builders.ts';

const nobody = { quantity: 0, claimed: 0, claims: [] };
const claim = aClaim({
  lines: [aLine('SVC-1', { quantity: 2, unitPrice: 500, claimed: 1_000 })],
});
const named = (own: Partial<NamedCode> = {}): NamedCode => ({
  line: 1,
  code: 'TST-PA-261126-ABCDEF',
  otherEnrollee: false,
  otherFacility: false,
  given: { quantity: 3, amount: 1_500 },
  elsewhere: nobody,
  ...own,
});
const said = (own: Partial<NamedCode>) =>
  saidBy('authorization_reuse', someFacts({ claim, codes: [named(own)] }));

describe('one auth code', () => {
  test('for another person, or at another facility, is reuse', () => {
    expect(said({ otherEnrollee: true })).toEqual(['TST-PA-261126-ABCDEF was given for another enrollee.']);
    expect(said({ otherFacility: true })).toEqual(['TST-PA-261126-ABCDEF was given to another facility.']);
  });

  test('in two claims is fine as far as it reaches', () => {
    expect(said({ elsewhere: { quantity: 1, claimed: 500, claims: ['CLM-26-000009'] } })).toEqual([]);
  });

  test('beyond its quantity names the other claims', () => {
    const elsewhere = { quantity: 2, claimed: 400, claims: ['CLM-26-000009'] };
    expect(said({ elsewhere })).toEqual([
      'TST-PA-261126-ABCDEF was given for 3, and 4 are billed under it with CLM-26-000009.',
    ]);
    const facts = someFacts({ claim, codes: [named({ elsewhere })] });
    expect(findingsOf('authorization_reuse', facts)).toMatchObject([
      { weight: 0.5, line: 1, claims: ['CLM-26-000009'] },
    ]);
  });

  test('beyond its amount does as well', () => {
    expect(said({ elsewhere: { quantity: 1, claimed: 600, claims: ['CLM-26-000009'] } })).toEqual([
      'More is billed under TST-PA-261126-ABCDEF with CLM-26-000009 than it was given for.',
    ]);
  });

  test('beyond it in one claim alone, or for another service, is for adjudication', () => {
    expect(said({ given: { quantity: 1, amount: 1 } })).toEqual([]);
    expect(
      said({ given: null, elsewhere: { quantity: 9, claimed: 9_999, claims: ['CLM-26-000009'] } }),
    ).toEqual([]);
  });

  test('of a line that is not there says nothing', () => {
    expect(said({ line: 2, otherEnrollee: true })).toEqual([]);
  });
});

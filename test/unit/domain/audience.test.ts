import { expect, test } from 'vitest';
import { accountsIn, accountsOf, forAccounts } from '../../../schema/domain/audience.ts';

test('a notice for people by name says whose it is; one by permission is nobody’s in particular', () => {
  expect(forAccounts('ada', 'ben')).toBe('accounts  ada ben ');
  expect(accountsOf(forAccounts('ada', 'ben'))).toEqual(['ada', 'ben']);
  expect(accountsOf('claim.approve')).toBeNull();
});

test('an account stands between blanks, so that none is part of another', () => {
  expect(accountsIn(['ada', 'ada2'])).toBe(' ada ada2 ');
});

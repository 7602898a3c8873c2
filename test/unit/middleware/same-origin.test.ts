import { expect, test } from 'vitest';
import { isFromOwnPage } from '../../../worker/middleware/same-origin.ts';

const own = 'https://vetra.example';
const sent = (headers: Record<string, string>) => isFromOwnPage(new Headers(headers), own);

test('what our own page sends is let in, by its origin or where a browser leaves that out by what it says of the site', () => {
  expect(sent({ origin: own })).toBe(true);
  expect(sent({ 'sec-fetch-site': 'same-origin' })).toBe(true);
});

test('everything else is not', () => {
  expect(sent({})).toBe(false);
  expect(sent({ origin: 'https://evil.example' })).toBe(false);
  expect(sent({ origin: 'null' })).toBe(false);
  expect(sent({ origin: 'https://vetra.example.evil.example' })).toBe(false);
  expect(sent({ origin: 'http://vetra.example' })).toBe(false);
  expect(sent({ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' })).toBe(false);
  expect(sent({ 'sec-fetch-site': 'same-site' })).toBe(false);
  expect(sent({ 'sec-fetch-site': 'cross-site' })).toBe(false);
});

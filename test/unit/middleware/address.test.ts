import { expect, test } from 'vitest';
import { networkOf } from '../../../worker/middleware/address.ts';

test('an IPv4 address stands for itself', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
});

test('an IPv4 address that came in by a socket for both stands for itself as well, not for all of them', () => {
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9');
  expect(networkOf('::FFFF:cb00:7109')).toBe('203.0.113.9');
  expect(networkOf('::ffff:0:1')).toBe('0.0.0.1');
});

test('an IPv6 address stands for its /64, however it is written: one caller owns all of it', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:db8:1:2::9')).toBe('2001:db8:1:2');
  expect(networkOf('2001:db8::9')).toBe('2001:db8:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
});

import { expect, test } from 'vitest';
import { Crowd } from '../../../durable-objects/actor/crowd.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';

const of = (via: Principal['via'], id: string): Principal => ({
  id,
  name: id,
  via,
  organisation: { kind: 'facility', id },
  permissions: [],
});

test('one sender may have 5,000 under way, and another one as many beside it', () => {
  const crowd = new Crowd();
  for (let nth = 0; nth < 5_000; nth += 1) expect(crowd.enter(of('key', 'rapid'))).toBe(true);
  expect(crowd.enter(of('key', 'rapid'))).toBe(false);
  expect(crowd.enter(of('key', 'harbour'))).toBe(true);
  expect(crowd.enter(of('session', 'rapid'))).toBe(true);
  crowd.leave(of('key', 'rapid'));
  expect(crowd.enter(of('key', 'rapid'))).toBe(true);
  expect(crowd.enter(of('key', 'rapid'))).toBe(false);
});

test('whoever has left may come as often as before', () => {
  const crowd = new Crowd();
  for (let nth = 0; nth < 5_000; nth += 1) crowd.enter(of('key', 'rapid'));
  for (let nth = 0; nth < 5_000; nth += 1) crowd.leave(of('key', 'rapid'));
  for (let nth = 0; nth < 5_000; nth += 1) expect(crowd.enter(of('key', 'rapid'))).toBe(true);
});

test('the system is never held up by itself', () => {
  const crowd = new Crowd();
  for (let nth = 0; nth < 6_000; nth += 1) expect(crowd.enter(of('system', 'system'))).toBe(true);
  crowd.leave(of('system', 'system'));
});

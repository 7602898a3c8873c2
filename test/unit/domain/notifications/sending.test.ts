import { expect, test } from 'vitest';
import { withBrowser, withoutBrowser } from '../../../../schema/domain/notifications/browser.ts';
import { attempted, pauseAfter, sending } from '../../../../schema/domain/notifications/sending.ts';

const day_ms = 86_400_000;
const made = sending(
  { id: 's', kind: 'alert', channel: 'email', to: 'enr-1', about: 'PA-26-000001', endpoint: null },
  1_000,
);

test('it goes out at once', () => {
  expect(made).toMatchObject({ state: 'WAITING', attempts: 0, nextAt: 1_000, fault: null });
});

test('pauses double from two seconds to a quarter of an hour', () => {
  expect([0, 1, 2, 3, 20].map(pauseAfter)).toEqual([2_000, 2_000, 4_000, 8_000, 900_000]);
});

test('what is taken in is sent, what is not is tried again', () => {
  const again = attempted(made, { outcome: 'again', fault: 'unreachable', at: 2_000 });
  expect(again).toMatchObject({ state: 'WAITING', attempts: 1, nextAt: 4_000, fault: 'unreachable' });
  expect(attempted(again, { outcome: 'sent', fault: null, at: 4_000 })).toMatchObject({
    state: 'SENT',
    attempts: 2,
    nextAt: null,
    fault: null,
  });
});

test('it is given up where nobody will ever take it, and after a day', () => {
  for (const outcome of ['gone', 'refused'] as const)
    expect(attempted(made, { outcome, fault: '410', at: 2_000 })).toMatchObject({
      state: 'FAILED',
      nextAt: null,
      fault: '410',
    });
  expect(attempted(made, { outcome: 'again', fault: 'x', at: 1_000 + day_ms })).toMatchObject({
    state: 'FAILED',
  });
});

test('a browser is there once, with its newest keys; of more than ten the oldest goes', () => {
  const browser = (n: number, auth = 'a') => ({
    endpoint: `https://p.example/${n}`,
    p256dh: 'k',
    auth,
    since: n,
  });
  let all = { enrolleeId: 'e', browsers: [browser(0)] as readonly ReturnType<typeof browser>[] };
  all = withBrowser(all, browser(0, 'b'));
  expect(all.browsers).toEqual([browser(0, 'b')]);
  for (let n = 1; n <= 10; n++) all = withBrowser(all, browser(n));
  expect(all.browsers.map(({ since }) => since)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(withoutBrowser(all, 'https://p.example/5').browsers).toHaveLength(9);
});

import { env } from 'cloudflare:workers';
import { like, lt } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { throttles } from '../../../schema/tables/directory/throttles.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { beginAttempt, forgiveAttempt } from '../../../worker/directory/throttle.ts';
import { aPerson, password, post } from './people.ts';

const directory = await openDirectory(env);
const second = 1_000;
const hour = 3_600_000;
let nth = 0;
const someone = () => ({ email: `${++nth}@throttled.example`, address: `198.51.100.${nth}` });

/** Misses one after the other, each as soon as it is allowed; answers how long each had to be waited for. */
async function waits(
  attempt: { email: string; address: string },
  misses: number,
  from = 0,
): Promise<number[]> {
  const waited: number[] = [];
  let now = from;
  for (let miss = 0; miss < misses; miss += 1) {
    const wait_s = await beginAttempt(directory, attempt, now);
    waited.push(wait_s);
    if (wait_s === 0) continue;
    now += wait_s * second;
    expect(await beginAttempt(directory, attempt, now)).toBe(0);
  }
  return waited;
}

describe('misses at one account', () => {
  test('cost nothing five times, then twice as long each time', async () => {
    expect(await waits(someone(), 10)).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 4, 8]);
  });

  test('never make anybody wait longer than a quarter of an hour', async () => {
    const longest = Math.max(...(await waits(someone(), 18)));
    expect(longest).toBe(15 * 60);
  });

  test('that come at once count as many as they are', async () => {
    const attempt = someone();
    const all = await Promise.all(Array.from({ length: 12 }, () => beginAttempt(directory, attempt, hour)));
    expect(all.filter((wait_s) => wait_s === 0)).toHaveLength(6);
  });

  test('are forgotten after a day, or when the right password comes', async () => {
    const [forgotten, right] = [someone(), someone()];
    await waits(forgotten, 8);
    expect(await beginAttempt(directory, forgotten, 49 * hour)).toBe(0);
    expect(await waits(forgotten, 4, 49 * hour)).toEqual([0, 0, 0, 0]);
    await waits(right, 7);
    await forgiveAttempt(directory, right);
    expect(await waits(right, 5, hour)).toEqual([0, 0, 0, 0, 0]);
  });

  test('hold nobody up at another account', async () => {
    const attempt = someone();
    await waits(attempt, 8);
    expect(await beginAttempt(directory, { ...attempt, email: 'other@throttled.example' }, 0)).toBe(0);
  });
});

test('misses from one address count over all accounts, and a right one does not start it anew', async () => {
  const address = '203.0.113.77';
  const attempt = (n: number) => ({ email: `${n}@sprayed.example`, address });
  for (let n = 0; n < 31; n += 1) expect(await beginAttempt(directory, attempt(n), 0)).toBe(0);
  expect(await beginAttempt(directory, attempt(31), 0)).toBe(1);
  await forgiveAttempt(directory, attempt(30));
  expect(await beginAttempt(directory, attempt(32), 0)).toBe(0);
  expect(await beginAttempt(directory, attempt(33), 0)).toBe(1);
});

test('what is kept of a miss names no e-mail address', async () => {
  const attempt = someone();
  await beginAttempt(directory, attempt, 0);
  expect(
    await directory
      .select()
      .from(throttles)
      .where(like(throttles.key, `%${attempt.email}%`)),
  ).toEqual([]);
});

test('what is forgotten does not stay in the table', async () => {
  const old = someone();
  await beginAttempt(directory, old, 0);
  for (let n = 0; n < 40; n += 1) await beginAttempt(directory, someone(), 200 * hour);
  expect(
    await directory
      .select()
      .from(throttles)
      .where(lt(throttles.seenAt, 150 * hour)),
  ).toEqual([]);
});

test('the page says how long to wait, the same for an account that exists and one that does not', async () => {
  const person = await aPerson([]);
  const tryAt = async (email: string, address: string) => {
    let response = new Response();
    for (let miss = 0; miss < 7; miss += 1)
      response = await post('/sign-in', { email, password: 'not this one' }, { 'cf-connecting-ip': address });
    return {
      status: response.status,
      wait: response.headers.get('retry-after'),
      page: (await response.text()).replaceAll(email, '…'),
    };
  };
  const real = await tryAt(person.email, '198.51.100.201');
  expect(real.status).toBe(429);
  expect(Number(real.wait)).toBeGreaterThan(0);
  expect(real.page).toMatch(/Wait \d seconds and try again/);
  const made = await tryAt('nobody-at-all@people.example', '198.51.100.202');
  expect({ ...made, wait: null, page: made.page.replace(/Wait \d/, '') }).toEqual({
    ...real,
    wait: null,
    page: real.page.replace(/Wait \d/, ''),
  });
});

test('who waits cannot get in with the right password either', async () => {
  const person = await aPerson([]);
  const headers = { 'cf-connecting-ip': '198.51.100.203' };
  for (let miss = 0; miss < 7; miss += 1)
    await post('/sign-in', { email: person.email, password: 'not this one' }, headers);
  const response = await post('/sign-in', { email: person.email, password }, headers);
  expect(response.status).toBe(429);
  expect(response.headers.getSetCookie()).toEqual([]);
});

import { createHash } from 'node:crypto';
import { eq, inArray, lt, sql } from 'drizzle-orm';
import { hour_ms } from '../../schema/domain/dates.ts';
import { throttles } from '../../schema/tables/directory/throttles.ts';
import type { Directory } from './directory.ts';

/** How many misses cost nothing, and how long each one after them makes one wait: twice as long each time. */
interface Patience {
  free: number;
  delay_max_s: number;
}

const patience = {
  account: { free: 5, delay_max_s: 15 * 60 },
  // many people sign in from one clinic's address
  address: { free: 30, delay_max_s: 15 * 60 },
} as const satisfies Record<string, Patience>;

const forgotten_ms = 24 * hour_ms;

/** Who is tried at, and from where. */
interface Attempt {
  email: string;
  address: string;
}

const keysOf = ({ email, address }: Attempt) => ({
  account: { key: `account:${createHash('sha256').update(email).digest('hex')}`, ...patience.account },
  address: { key: `address:${address}`, ...patience.address },
});

/** Counts one attempt, unless it has to wait: one statement, so that nothing comes between reading and writing. */
async function count(
  directory: Directory,
  { key, free, delay_max_s }: Patience & { key: string },
  now: number,
): Promise<number> {
  const counted = await directory.all<{ misses: number }>(sql`
    insert into throttles (key, misses, until, seen_at) values (${key}, 1, 0, ${now})
    on conflict (key) do update set
      misses = case when seen_at < ${now - forgotten_ms} then 1 else misses + 1 end,
      until = case when seen_at < ${now - forgotten_ms} or misses + 1 <= ${free} then 0
        else ${now} + 1000 * min(${delay_max_s}, 1 << min(misses - ${free}, 20)) end,
      seen_at = ${now}
    where until <= ${now}
    returning misses`);
  if (counted.length > 0) return 0;
  const [held] = await directory
    .select({ until: throttles.until })
    .from(throttles)
    .where(eq(throttles.key, key));
  return Math.ceil(Math.max(0, (held?.until ?? now) - now) / 1000);
}

/** Takes away some of what is forgotten; each attempt takes more than it adds, so that the table stays small. */
async function forgetSome(directory: Directory, now: number): Promise<void> {
  const old = directory
    .select({ key: throttles.key })
    .from(throttles)
    .where(lt(throttles.seenAt, now - forgotten_ms))
    .limit(10);
  await directory.delete(throttles).where(inArray(throttles.key, old));
}

/**
 * Counts an attempt before its password is looked at, so that many at once count as many. Answers 0 when it may go on, or
 * how many seconds to wait. An address that has to wait counts nothing at the account it tries.
 */
export async function beginAttempt(directory: Directory, attempt: Attempt, now: number): Promise<number> {
  const { account, address } = keysOf(attempt);
  await forgetSome(directory, now);
  const wait_s = await count(directory, address, now);
  return wait_s > 0 ? wait_s : count(directory, account, now);
}

/** The attempt was right: the account starts anew, the address is given back this one only. */
export async function forgiveAttempt(directory: Directory, attempt: Attempt): Promise<void> {
  const { account, address } = keysOf(attempt);
  await directory.delete(throttles).where(eq(throttles.key, account.key));
  await directory
    .update(throttles)
    .set({ misses: sql`max(0, ${throttles.misses} - 1)`, until: 0 })
    .where(eq(throttles.key, address.key));
}

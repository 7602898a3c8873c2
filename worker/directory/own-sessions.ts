import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { accounts } from '../../schema/tables/directory/accounts.ts';
import { sessions } from '../../schema/tables/directory/sessions.ts';
import type { Env } from '../env.ts';
import type { Directory } from './directory.ts';
import { endSession } from './end-session.ts';
import { readSession } from './read-session.ts';
import { idle_ms } from './session-times.ts';

const sessions_max = 50;

/** Where somebody is signed in, the latest used first. */
export async function sessionsOf(directory: Directory, accountId: string, now: number) {
  return directory
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      address: sessions.address,
      agent: sessions.agent,
    })
    .from(sessions)
    .where(
      and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now), gt(sessions.seenAt, now - idle_ms)),
    )
    .orderBy(desc(sessions.seenAt))
    .limit(sessions_max);
}

/** Ends one of somebody's own sessions; false: it is none of theirs. */
export async function endOwnSession(
  env: Env,
  directory: Directory,
  { accountId, id, now }: { accountId: string; id: string; now: number },
): Promise<boolean> {
  const found = await readSession(directory, id, now);
  if (found?.accountId !== accountId) return false;
  await endSession(env, directory, found);
  return true;
}

/** Another password; every other session of the person ends, wherever it is. */
export async function putPassword(
  env: Env,
  directory: Directory,
  { accountId, hashed, here, now }: { accountId: string; hashed: string; here: string; now: number },
): Promise<void> {
  await directory.update(accounts).set({ password: hashed }).where(eq(accounts.id, accountId));
  const others = await directory
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), ne(sessions.id, here)));
  for (const { id } of others) await endOwnSession(env, directory, { accountId, id, now });
  // Those that nobody could use any more go as well.
  await directory.delete(sessions).where(and(eq(sessions.accountId, accountId), ne(sessions.id, here)));
}

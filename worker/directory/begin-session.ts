import { and, eq, lt, or } from 'drizzle-orm';
import type { Context } from 'hono';
import { sessions } from '../../schema/tables/directory/sessions.ts';
import { freshId } from '../command.ts';
import type { AppEnv } from '../env.ts';
import { addressOf } from '../middleware/address.ts';
import type { Directory } from './directory.ts';
import { endSession } from './end-session.ts';
import { membershipsOf } from './memberships.ts';
import type { Membership } from './session.ts';
import { giveToken } from './session-cookie.ts';
import { absolute_ms, idle_ms } from './session-times.ts';

/** Sessions that nobody can use any more; their rows go when their person signs in again. */
const isOver = (now: number) => or(lt(sessions.expiresAt, now), lt(sessions.seenAt, now - idle_ms));

import { signSessionToken } from './session-token.ts';

/**
 * Signs a person in on this browser, always with a session of a new name; one that it held before ends. Who belongs to one
 * organisation only is in it at once, and so is who comes for the one with the id `at`. Answers where they may enter.
 */
export async function beginSession(
  c: Context<AppEnv>,
  directory: Directory,
  accountId: string,
  at?: string,
): Promise<Membership[]> {
  const memberships = await membershipsOf(directory, accountId);
  const [first] =
    memberships.length === 1 ? memberships : memberships.filter((each) => each.organisation.id === at);
  const only = first?.organisation;
  const now = Date.now();
  const row = {
    id: freshId(),
    accountId,
    kind: only?.kind ?? null,
    organisationId: only?.id ?? null,
    createdAt: now,
    seenAt: now,
    expiresAt: now + absolute_ms,
    address: addressOf(c),
    agent: c.req.header('User-Agent')?.slice(0, 200) ?? null,
  };
  await directory.delete(sessions).where(and(eq(sessions.accountId, accountId), isOver(now)));
  await directory.insert(sessions).values(row);
  if (c.var.session) await endSession(c.env, directory, c.var.session);
  giveToken(c, await signSessionToken(c.env, row.id, row.expiresAt));
  return memberships;
}

/** Lets a session act for another organisation of the same person. */
export async function chooseOrganisation(
  directory: Directory,
  sessionId: string,
  { kind, id }: Membership['organisation'],
): Promise<void> {
  await directory.update(sessions).set({ kind, organisationId: id }).where(eq(sessions.id, sessionId));
}

import { eq } from 'drizzle-orm';
import { sessions } from '../../schema/tables/directory/sessions.ts';
import type { Env } from '../env.ts';
import type { Directory } from './directory.ts';
import type { Session } from './session.ts';

/** Closes what a session holds open in the organisation it acts for, so that nothing more arrives there. */
export async function closeSockets(env: Env, { id, membership }: Session): Promise<void> {
  const organisation = membership?.organisation;
  if (organisation?.kind === 'tenant')
    await env.TENANT.get(env.TENANT.idFromName(organisation.id)).closeSession(id);
  if (organisation?.kind === 'facility')
    await env.FACILITY.get(env.FACILITY.idFromName(organisation.id)).closeSession(id);
  if (organisation?.kind === 'enrollee')
    await env.MEMBER.get(env.MEMBER.idFromName(organisation.id)).closeSession(id);
}

/** Ends a session for good: its row first, so that nothing can be opened again while its sockets are closed. */
export async function endSession(env: Env, directory: Directory, session: Session): Promise<void> {
  await directory.delete(sessions).where(eq(sessions.id, session.id));
  await closeSockets(env, session);
}

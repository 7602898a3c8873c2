import { createHash, createHmac } from 'node:crypto';
import type { Env } from '../env.ts';

/** The secret of an invitation's link. It follows from the command that makes it: sent twice, it is the same link. */
export const secretOf = ({ SESSION_KEY }: Env, commandId: string): string =>
  createHmac('sha256', Buffer.from(SESSION_KEY, 'base64'))
    .update(`invitation:${commandId}`)
    .digest('base64url');

/** What is kept of a secret. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

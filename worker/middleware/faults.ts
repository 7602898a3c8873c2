import type { Context } from 'hono';
import { answerStatus } from '../answer.ts';
import type { AppEnv } from '../env.ts';
import { isUnreachable } from './is-unreachable.ts';
import { logFault } from './log-fault.ts';

/** Nothing is at this address. */
export function onNotFound(c: Context<AppEnv>): Response {
  return answerStatus(c, 404, 'There is nothing at this address, or it belongs to someone else.');
}

/** Something failed that should not have: what it was stays in the log. */
export function onFault(fault: Error, c: Context<AppEnv>): Response {
  if (isUnreachable(fault)) {
    c.header('Retry-After', '1');
    return answerStatus(
      c,
      503,
      'The data cannot be reached at the moment. Nothing was changed; try again in a moment.',
    );
  }
  logFault(fault);
  return answerStatus(
    c,
    500,
    'This is our fault. It has been recorded; try again, or tell your administrator.',
  );
}

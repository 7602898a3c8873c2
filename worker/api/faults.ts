import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { isUnreachable } from '../middleware/is-unreachable.ts';
import { logFault } from '../middleware/log-fault.ts';
import { problem } from './problems.ts';

/** Something failed that should not have: what it was stays in the log. */
export function onApiFault(fault: Error, c: Context<AppEnv>): Response {
  if (isUnreachable(fault)) {
    const detail = 'The data cannot be reached at the moment. Send it again shortly.';
    return problem(c, { code: 'unavailable', detail, headers: { 'retry-after': '1' } });
  }
  logFault(fault);
  return problem(c, { code: 'internal', detail: 'This is not your mistake. It has been recorded.' });
}

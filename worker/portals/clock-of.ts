import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import { answerByOf } from '../../schema/tables/tenant/authorizations.ts';
import type { Clock } from '../../views/authorizations/countdown.tsx';

/** The clock that runs for whoever must answer a request or its appeal; null: nobody has to. */
export function clockOf(authorization: Authorization): Clock | null {
  const dueAt = answerByOf(authorization);
  const { clock_ms, queriedAt } = authorization;
  return dueAt === null ? null : { dueAt, clock_ms, stands: queriedAt !== null };
}

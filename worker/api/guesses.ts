import type { Context } from 'hono';
import { isRefusal } from '../../schema/domain/refusal.ts';
import type { AppEnv } from '../env.ts';
import { beginGuess, wasRight } from '../middleware/identity-guesses.ts';
import { problem } from './problems.ts';
import type { Reach } from './reach.ts';

/** What a request says of a member, beside their birth date or name. */
interface Member {
  memberId?: string | undefined;
  enrolleeExternalId?: string | undefined;
}

/** What says that a member is somebody else. */
const identity = new Set(['birthDate', 'enrolleeName']);

/**
 * Does what a facility's request asks about a member, and counts wrong birth dates and names: many of them would find out
 * who a member is. The tenant's own key may read that anyway.
 */
export async function asGuess<Answered>(
  c: Context<AppEnv>,
  { facilityId, tenantId }: Reach,
  { memberId, enrolleeExternalId = '' }: Member,
  ask: () => Promise<Answered>,
): Promise<Answered | Response> {
  if (facilityId === null) return ask();
  const guess = { facilityId, tenantId, member: memberId ?? enrolleeExternalId };
  const wait_s = beginGuess(guess);
  if (wait_s > 0) {
    const detail = `The birth date or name of this member was wrong too often. Wait ${wait_s} s, then send it again.`;
    return problem(c, { code: 'rate-limited', detail, headers: { 'retry-after': String(wait_s) } });
  }
  const answered = await ask();
  const wrong = isRefusal(answered) && answered.errors?.some(({ field }) => identity.has(field));
  if (!wrong) wasRight(guess);
  return answered;
}

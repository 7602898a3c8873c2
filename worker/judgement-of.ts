import type { Context } from 'hono';
import type { Judgement } from '../schema/domain/adjudication/judgement.ts';
import { type Claim, openStates } from '../schema/domain/claims/claim.ts';
import { isRefusal } from '../schema/domain/refusal.ts';
import { tenantActor } from './command.ts';
import type { AppEnv } from './env.ts';

/** What the engine says of a claim as it would be judged now; null: it is decided, or nobody could say. */
export async function judgementOf(c: Context<AppEnv>, claim: Claim): Promise<Judgement | null> {
  if (!openStates.some((state) => state === claim.state)) return null;
  const answered = await tenantActor(c).judgement(claim.number);
  return isRefusal(answered) ? null : answered.judgement;
}

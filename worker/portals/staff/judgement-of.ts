import type { Context } from 'hono';
import type { Judgement } from '../../../schema/domain/adjudication/judgement.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { AppEnv } from '../../env.ts';

/** What the engine says of a claim as it would be judged now; null: it is decided, or nobody could say. */
export async function judgementOf(_c: Context<AppEnv>, _claim: Claim): Promise<Judgement | null> {
  return null;
}

import type { Context } from 'hono';
import type { EligibilityAnswer } from '../../../durable-objects/tenant/questions.ts';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import type { Refusal } from '../../../schema/domain/refusal.ts';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import type { MyDesk } from './desk.ts';

/** How somebody whom the enrollee may see is covered today, benefit by benefit: what adjudication would apply. */
export async function myCover(
  c: Context<AppEnv>,
  { tenantId, today }: MyDesk,
  { memberId }: Pick<Enrollee, 'memberId'>,
): Promise<EligibilityAnswer | Refusal> {
  return tenantActor(c, tenantId).eligibility({ principal: c.var.principal, memberId, on: today });
}

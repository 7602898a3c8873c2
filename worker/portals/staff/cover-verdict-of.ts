import type { Context } from 'hono';
import type { Judgement } from '../../../schema/domain/adjudication/judgement.ts';
import type { CoverAnswer } from '../../../schema/domain/cover/cover.ts';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { planName } from '../../queries/plan-name.ts';
import type { StaffDesk } from './desk.ts';

/** Whether the person was covered on the day of service, and on which plan; null: nobody could say. */
export async function coverVerdictOf(
  c: Context<AppEnv>,
  { db, may }: StaffDesk,
  claim: { memberId: string; serviceDate: CalendarDate },
  judgement: Judgement | null,
): Promise<{ cover: CoverAnswer; planName: string | null } | null> {
  if (!may('enrollee.view')) return null;
  if (judgement !== null) {
    const { cover } = judgement;
    return { cover, planName: cover.covered ? await planName(db, cover.plan) : null };
  }
  const answered = await tenantActor(c).eligibility({
    principal: c.var.principal,
    memberId: claim.memberId,
    on: claim.serviceDate,
  });
  return isRefusal(answered) ? null : { cover: answered.eligibility.cover, planName: answered.planName };
}

import type { Context } from 'hono';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { proposalOn } from '../../../schema/domain/claims/propose.ts';
import { proposalForSecond } from '../../../schema/domain/claims/second-person.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { ProposalDesk } from '../../../views/hmo/proposal-card.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { ownCeiling } from '../../queries/own-ceiling.ts';
import type { StaffDesk } from './desk.ts';

/** What was typed to decline a proposal, where that was refused. */
export interface Declining {
  sentence: string;
  errors: FormErrors;
}

/** What whoever looks can do about the proposal that waits on a claim; null: none waits. */
export async function proposalDesk(
  c: Context<AppEnv>,
  desk: StaffDesk,
  claim: Claim,
  { declining, back }: { declining: Declining | undefined; back: string },
): Promise<ProposalDesk | null> {
  const waiting = proposalOn(claim);
  if (waiting === null) return null;
  const { id } = c.var.principal;
  if (!desk.may('claim.approve')) {
    const amount = formatMoney(waiting.approved, claim.currency, { symbol: true });
    return { kind: 'wait', why: `It waits for somebody who may approve ${amount}.` };
  }
  const may = proposalForSecond(claim, claim.version, { id }, await ownCeiling(desk.db, id));
  if (isRefusal(may)) return { kind: 'wait', why: may.message };
  const { sentence = '', errors = {} } = declining ?? {};
  return { kind: 'decide', confirmId: freshId(), declineId: freshId(), sentence, errors, back };
}

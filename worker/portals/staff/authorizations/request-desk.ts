import type { Context } from 'hono';
import type { Judgement } from '../../../../schema/domain/adjudication/judgement.ts';
import { refuseAsAppealDecider } from '../../../../schema/domain/authorizations/appealing.ts';
import { type Authorization, openAppeal } from '../../../../schema/domain/authorizations/authorization.ts';
import { possibleNow } from '../../../../schema/domain/authorizations/life.ts';
import { proposalForSecond, proposalOn } from '../../../../schema/domain/authorizations/propose.ts';
import { usualUntil } from '../../../../schema/domain/authorizations/validity.ts';
import type { ReasonCode } from '../../../../schema/domain/claims/reason-codes.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import type { Ceiling } from '../../../../schema/domain/limits/approval-limits.ts';
import { formatMoney } from '../../../../schema/domain/money.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import type { RequestDesk } from '../../../../views/hmo/authorizations/decision-card.tsx';
import type {
  RequestDecisionProps,
  RequestEntry,
} from '../../../../views/hmo/authorizations/decision-form.tsx';
import type { ExtensionEntry } from '../../../../views/hmo/authorizations/extension-form.tsx';
import { judgedOf } from '../../../../views/hmo/authorizations/request-page.tsx';
import { carriedOver, changedFigures } from '../../../../views/hmo/changed-figures.ts';
import { noDecision, type Outcome, startsOf } from '../../../../views/hmo/decision-entry.ts';
import type { ProposalDesk } from '../../../../views/hmo/proposal-card.tsx';
import { writeSeen } from '../../../../views/hmo/seen-figures.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { freshId } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import type { StaffDesk } from '../desk.ts';
import type { Declining } from '../proposal-desk.ts';
import type { Seen } from '../read-decision.ts';
import { decidableLines } from './read-request-decision.ts';

/** What a refused decision is shown again with. */
export interface DecisionSaid {
  entry?: RequestEntry;
  errors?: FormErrors;
  /** the recommendation that the entry was made on */
  seen?: Seen;
  /** what was typed to decline a proposal */
  declining?: Declining;
  extending?: { entry: ExtensionEntry; errors: FormErrors };
  discharging?: { dischargedOn: string; errors: FormErrors };
}

/** What deciding is shown with. */
export interface DeskFacts {
  authorization: Authorization;
  judgement: Judgement | null;
  reasons: readonly (ReasonCode & { active: boolean })[];
  ceiling: Ceiling | undefined;
  back: string;
  said: DecisionSaid;
}

const noEntry: RequestEntry = { ...noDecision, validTo: '' };

const entered = 'You entered this request: somebody else must approve it.';

type Terms = Pick<RequestDecisionProps, 'action' | 'allowed' | 'notApproving' | 'isAppeal'>;

/** The form of whoever decides, begun with the recommendation; under another one than was seen, it says what changed. */
function decideDesk(desk: StaffDesk, facts: DeskFacts, terms: Terms): RequestDesk {
  const { authorization, judgement, reasons, ceiling, back, said } = facts;
  const { entry = noEntry, errors = {}, seen } = said;
  const { version, currency } = authorization;
  const starts = startsOf(decidableLines(authorization), judgedOf(authorization, judgement));
  const moved = seen !== undefined && writeSeen(seen.starts) !== writeSeen(starts);
  const form: RequestDecisionProps = {
    ...terms,
    ...{ version, currency, errors, back, starts, ceiling },
    commandId: freshId(),
    entry: moved ? { ...entry, ...carriedOver(entry, seen.starts, currency) } : entry,
    reasons: reasons.filter(({ active }) => active),
    recommendation: judgement?.fingerprint ?? null,
    validUntil: usualUntil({
      today: dateIn(desk.zone, desk.now),
      validDays: desk.settings.authorizations.validDays,
      coverUntil: judgement?.cover.covered ? judgement.cover.until : null,
    }),
  };
  return { kind: 'decide', form, news: moved ? changedFigures(seen.starts, starts, currency) : [] };
}

/** Deciding an appeal is for somebody else than whoever made the decision that it is against. */
function appealDesk(c: Context<AppEnv>, desk: StaffDesk, facts: DeskFacts, n: number): RequestDesk {
  const { authorization } = facts;
  if (!desk.may('authorization.appeal_decide'))
    return { kind: 'look', why: 'Your role shows appeals and does not decide them.' };
  const no = refuseAsAppealDecider(authorization, c.var.principal);
  if (no) return { kind: 'look', why: no.message };
  return decideDesk(desk, facts, {
    action: desk.to.appealDecisions(authorization.number, n),
    allowed: ['approve', 'reject'],
    notApproving: null,
    isAppeal: true,
  });
}

/** What whoever looks can decide now, or why they cannot. */
export function requestDesk(c: Context<AppEnv>, desk: StaffDesk, facts: DeskFacts): RequestDesk {
  const { authorization } = facts;
  const possible = possibleNow(authorization);
  const appeal = openAppeal(authorization);
  if (appeal !== null) return appealDesk(c, desk, facts, appeal.n);
  if (!possible.includes('approve')) return { kind: 'look', why: null };
  if (!desk.may('authorization.decide'))
    return { kind: 'look', why: 'Your role shows requests and does not decide them.' };
  const isOwn = authorization.submittedBy === c.var.principal.id;
  const outcomes: [Outcome, boolean][] = [
    ['approve', !isOwn],
    ['query', possible.includes('query')],
    ['reject', possible.includes('reject')],
  ];
  return decideDesk(desk, facts, {
    action: desk.to.authorizationDecisions(authorization.number),
    allowed: outcomes.filter(([, allowed]) => allowed).map(([outcome]) => outcome),
    notApproving: isOwn ? entered : null,
    isAppeal: false,
  });
}

/** What whoever looks can do about the proposal that waits; null: none does. */
export function requestProposalDesk(
  c: Context<AppEnv>,
  desk: StaffDesk,
  { authorization, ceiling, back, said }: DeskFacts,
): ProposalDesk | null {
  const waiting = proposalOn(authorization);
  if (waiting === null) return null;
  if (!desk.may(waiting.what === 'appeal' ? 'authorization.appeal_decide' : 'authorization.decide')) {
    const amount = formatMoney(waiting.approved, authorization.currency, { symbol: true });
    return { kind: 'wait', why: `It waits for somebody who may approve ${amount}.` };
  }
  const may = proposalForSecond(authorization, authorization.version, { id: c.var.principal.id }, ceiling);
  if (isRefusal(may)) return { kind: 'wait', why: may.message };
  const { sentence = '', errors = {} } = said.declining ?? {};
  return { kind: 'decide', confirmId: freshId(), declineId: freshId(), sentence, errors, back };
}

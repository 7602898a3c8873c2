import { advanced } from '../../../schema/domain/authorizations/advance.ts';
import { codeChance_bytes } from '../../../schema/domain/authorizations/auth-code.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { breachReference } from '../../../schema/domain/authorizations/breach-reference.ts';
import type { AuthorizationNews } from '../../../schema/domain/authorizations/facility-authorization.ts';
import { type DueStage, dueBy } from '../../../schema/domain/authorizations/next-at.ts';
import { dateIn } from '../../../schema/domain/dates.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import type { Notice } from '../../actor/journal.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { bookRelease, releaseWants } from '../judging/book-reservation.ts';
import { only } from '../memory/settings.ts';
import {
  authorizationWants,
  changedAuthorization,
  findAuthorization,
  peekAuthorization,
} from '../on-authorization.ts';

/** Who of the staff is told: of what is due soon those who may decide, of what is late those who give work to others. */
const notices: Readonly<Partial<Record<DueStage, Pick<Notice, 'kind' | 'audience'>>>> = {
  warn: { kind: 'authorization-due-soon', audience: 'authorization.decide' },
  breach: { kind: 'authorization-late', audience: 'claim.reassign' },
  'warn of the appeal': { kind: 'appeal-due-soon', audience: 'authorization.appeal_decide' },
  'breach of the appeal': { kind: 'appeal-late', audience: 'claim.reassign' },
};

/** What its facility is told: a breach only where it may proceed. */
function newsOf(stages: readonly DueStage[], { mayProceed }: Authorization): AuthorizationNews | null {
  if (stages.includes('expire')) return 'authorization-expired';
  if (stages.includes('release')) return 'authorization-released';
  return stages.includes('breach') && mayProceed ? 'authorization-may-proceed' : null;
}

function referenceOf({ memory, at, random }: TenantContext): string {
  const settings = memory.settings.get(only);
  const on = dateIn(settings?.calendar.zone ?? 'UTC', at);
  return breachReference(settings?.prefix ?? '', on, random(codeChance_bytes));
}

/** Whatever the clock has for one request by now; sent again, or too early, it changes nothing. */
export const advanceAuthorization: TenantHandler<'AdvanceAuthorization'> = {
  wants: (memory, { number }) => {
    const request = peekAuthorization(memory, number);
    return [...authorizationWants(memory, number), ...(request ? releaseWants(memory, request) : [])];
  },
  decide: ({ number }, context) => {
    const { memory, principal, at } = context;
    const found = findAuthorization(memory, number, principal);
    if (isRefusal(found)) return found;
    const stages = dueBy(found, at);
    if (stages.length === 0) return refuse('wrong_state', `Nothing of request ${number} is due.`);
    const reference = referenceOf(context);
    const told = { at, name: principal.name };
    const done = stages.reduce((so, stage) => advanced(so, stage, told, reference), found);
    const after = stages.includes('release') ? bookRelease(done, context) : done;
    const changed = changedAuthorization(found, after, newsOf(stages, after), context);
    const [notice] = stages.flatMap((stage) => notices[stage] ?? []);
    const { facilityName: facility } = after;
    return {
      ...changed,
      data: { ...changed.data, stages },
      ...(notice ? { notice: { ...notice, subject: number, data: { facility } } } : {}),
    };
  },
};

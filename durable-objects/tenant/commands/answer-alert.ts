import {
  type Answering,
  answerAlert as answered,
} from '../../../schema/domain/authorizations/answer-alert.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { requestSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import { neverAtDesk, withDenied } from '../../../schema/domain/members/at-desk.ts';
import { enrolleeOf } from '../../../schema/domain/members/portal-id.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { AnswerAlert } from '../../../schema/forms/answer-alert.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { beginningWants, investigateDenial, nextInvestigation } from '../investigating/denied-visit.ts';
import { claimsThere, claimsThereWants } from '../investigating/filed-there.ts';
import { notMeWeight } from '../investigating/of-denied-visit.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';
import {
  authorizationWants,
  changedAuthorization,
  peekAuthorization,
  sealedOf,
} from '../on-authorization.ts';
import { clientWants, monthAt, tellClient } from '../telling-clients.ts';

/** Who answers: whoever was asked, or is treated; staff by telephone, and a signed link, answer for whoever was asked. */
function answererOf(
  { alert, enrolleeId }: Authorization,
  { through }: AnswerAlert,
  { principal }: TenantContext,
): string | null {
  const { kind, id } = principal.organisation;
  if (kind !== 'enrollee')
    return principal.via === 'system' || through === 'call' ? (alert?.to ?? null) : null;
  const own = enrolleeOf(id)?.enrolleeId;
  return own !== undefined && (own === alert?.to || own === enrolleeId) ? own : null;
}

function found(input: AnswerAlert, context: TenantContext): { before: Authorization; by: string } | Refusal {
  const before = peekAuthorization(context.memory, input.number);
  const by = before?.number === input.number && before.alert ? answererOf(before, input, context) : null;
  return before && by !== null ? { before, by } : refuse('not_found', `There is no alert ${input.number}.`);
}

/** It is looked into: what bills its day there, whether it names the request or not, is flagged and held. */
function denied(request: Authorization, context: TenantContext): void {
  const { memory } = context;
  const { facilityId, serviceDate: date, number, enrolleeId } = request;
  const place = { enrolleeId, facilityId, date };
  const claims = claimsThere(memory, place);
  const { number: investigation } = investigateDenial(request, claims, context);
  const person = memory.enrollees.get(enrolleeKey.id(enrolleeId));
  if (!person) return;
  const visit = { facilityId, date, number, investigation };
  memory.enrollees.put({ ...person, desk: withDenied(person.desk ?? neverAtDesk, visit) });
}

/** What the answer does to the request; of a denial the investigation as well. */
function settled(
  before: Authorization,
  answering: Answering,
  context: TenantContext,
): { after: Authorization; isDenial: boolean } | Refusal {
  const { memory } = context;
  const denial = () => ({
    investigation: nextInvestigation(memory),
    weight: notMeWeight(memory),
  });
  const after = answered(before, answering, denial);
  if (isRefusal(after)) return after;
  const isDenial = after.alert?.investigation !== before.alert?.investigation;
  if (isDenial) denied(after, context);
  return { after, isDenial };
}

/** What the client is told is of this month, and of whom nothing. */
const clientMonth = (memory: TenantMemory, { clientCode, alert }: Authorization) => ({
  client: clientCode,
  month: monthAt(memory, alert?.at ?? 0),
});

/**
 * ASKED → CONFIRMED or DENIED. *Not me* raises the risk event, begins an investigation that holds payment, and tells those who
 * look at risk; twice is the same as once. Nothing of the care, the decision or the code is touched.
 */
export const answerAlert: TenantHandler<'AnswerAlert'> = {
  wants: (memory, { number, answer }) => {
    const asked = answer === 'NOT_ME' ? peekAuthorization(memory, number) : null;
    return [
      ...authorizationWants(memory, number),
      ...(asked
        ? [
            ...clientWants(memory, clientMonth(memory, asked)),
            ...claimsThereWants(memory, { ...asked, date: asked.serviceDate }),
            { shelf: memory.enrollees, key: enrolleeKey.id(asked.enrolleeId) },
          ]
        : []),
      { shelf: memory.held, key: requestSubject(number) },
      ...beginningWants(memory),
    ];
  },
  decide: (input, context) => {
    const { memory, at } = context;
    const asked = found(input, context);
    if (isRefusal(asked)) return asked;
    const { before, by } = asked;
    const { answer, through, reason = null } = input;
    const done = settled(before, { answer, by, through, reason, at }, context);
    if (isRefusal(done)) return done;
    const { after, isDenial } = done;
    const { outcome: _, data, ...changed } = changedAuthorization(before, after, null, context);
    const state = after.alert?.state ?? 'ASKED';
    const investigation = after.alert?.investigation ?? null;
    const told = isDenial ? tellClient(clientMonth(memory, after), context) : {};
    return {
      ...changed,
      outcome: { number: after.number, answered: state },
      data: { ...data, through, alert: state, investigation, ...told },
      sealed: reason === null ? null : sealedOf(after, { reason }, context),
      ...(isDenial
        ? {
            notice: {
              kind: 'not-me',
              audience: 'risk.view',
              subject: after.number,
              data: { facility: after.facilityName },
            },
          }
        : {}),
      did: { ...changed.did, ...(isDenial ? { sweeps: true as const } : {}) },
    };
  },
};

import { neverAtDesk, withDenied } from '../../../schema/domain/members/at-desk.ts';
import { maySee } from '../../../schema/domain/members/may-see.ts';
import { enrolleeOf } from '../../../schema/domain/members/portal-id.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import { answerVisit as answered } from '../../../schema/domain/visits/answer-visit.ts';
import type { Visit } from '../../../schema/domain/visits/visit.ts';
import type { Want } from '../../actor/book.ts';
import { seal } from '../../actor/seal.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { beginningWants, investigateVisit, nextInvestigation } from '../investigating/denied-visit.ts';
import {
  claimsThere,
  claimsThereWants,
  type Place,
  requestsThere,
  requestsThereWants,
} from '../investigating/filed-there.ts';
import { type Enrollee, enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';
import { membersData } from '../telling.ts';
import { clientWants, tellClient } from '../telling-clients.ts';
import { todayOf } from '../today.ts';

/** What was filed of the day there: all that can be flagged and held; and what their client is told. */
function deniedWants(memory: TenantMemory, visit: Place): Want[] {
  const client = memory.enrollees.peek(enrolleeKey.id(visit.enrolleeId))?.clientCode;
  const month = visit.date.slice(0, 7);
  return [
    ...(client === undefined ? [] : clientWants(memory, { client, month })),
    ...claimsThereWants(memory, visit),
    ...requestsThereWants(memory, visit),
    ...beginningWants(memory),
  ];
}

/** It is looked into: what was filed of it is flagged and held, and so is what will be. */
function denied(visit: Visit, person: Enrollee, context: TenantContext) {
  const { memory } = context;
  const { facilityId, facilityName: facility, date, number } = visit;
  const said = { facilityId, date, number, investigation: nextInvestigation(memory) };
  const found = { claims: claimsThere(memory, visit), requests: requestsThere(memory, visit) };
  memory.enrollees.put({ ...person, desk: withDenied(person.desk ?? neverAtDesk, said) });
  const { investigation, requests } = investigateVisit(said, found, context);
  return {
    data: {
      investigation: investigation.number,
      ...(requests.length === 0 ? {} : { authorizations: requests.map(({ id }) => id) }),
      ...tellClient({ client: person.clientCode, month: date.slice(0, 7) }, context),
    },
    notice: {
      kind: 'visit-denied',
      audience: 'risk.view',
      subject: person.memberId,
      data: { facility },
    } as const,
    did: { sweeps: true as const, ...(requests.length === 0 ? {} : { authorizations: requests }) },
  };
}

/**
 * The enrollee says whether they were there. Denied, whoever looks at risk is told, an investigation begins, and what is claimed
 * or asked for of that day at that facility is flagged and held: what was filed before, and what is filed after.
 */
export const answerVisit: TenantHandler<'AnswerVisit'> = {
  wants: (memory, { number, mine }, { organisation }) => {
    const visit = memory.visits.peek(number);
    const who = enrolleeOf(organisation.id)?.enrolleeId;
    return [
      { shelf: memory.visits, key: number },
      ...[who, visit?.enrolleeId].flatMap((id) =>
        id === undefined ? [] : [{ shelf: memory.enrollees, key: enrolleeKey.id(id) }],
      ),
      ...(visit && !mine ? deniedWants(memory, visit) : []),
    ];
  },
  decide: ({ number, mine, reason = null }, context) => {
    const { memory, at, principal, random } = context;
    const visit = memory.visits.get(number);
    const who = memory.enrollees.get(enrolleeKey.id(enrolleeOf(principal.organisation.id)?.enrolleeId ?? ''));
    const person = visit && memory.enrollees.get(enrolleeKey.id(visit.enrolleeId));
    if (!visit || !who || !person || !maySee(who, person, todayOf(context)))
      return refuse('not_found', `There is no visit ${number}.`);
    const after = answered(visit, { mine, by: who.id, at, reason });
    const isNew = after !== visit;
    if (isNew) memory.visits.put(after);
    const { facilityId, state } = after;
    const followed = isNew && state === 'DENIED' ? denied(after, person, context) : null;
    return {
      outcome: { number, state },
      subject: `visit:${visit.id}`,
      data: {
        number,
        state,
        enrollee: person.id,
        facility: facilityId,
        ...followed?.data,
        ...membersData(isNew ? [{ to: [who.id], topic: 'check-ins', about: number, what: state }] : []),
      },
      sealed: reason === null ? null : seal(person, { text: reason }, random(12)),
      ...(followed ? { notice: followed.notice } : {}),
      did: followed?.did ?? {},
    };
  },
};

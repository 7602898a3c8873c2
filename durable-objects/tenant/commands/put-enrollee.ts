import { memberId } from '../../../schema/domain/ids.ts';
import { coverDates } from '../../../schema/domain/members/cover-dates.ts';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import {
  decideEnrolment,
  type Enrolled,
  type EnrolledPerson,
} from '../../../schema/domain/members/enrolment.ts';
import type { EnrolmentFacts } from '../../../schema/domain/members/enrolment-facts.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { PutEnrollee } from '../../../schema/forms/put-enrollee.ts';
import { holds } from '../../actor/authorize.ts';
import { seal } from '../../actor/seal.ts';
import { enrolmentFacts, wantsForEnrolment } from '../enrolment-facts.ts';
import { putInFamily } from '../family.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';
import { recordMoves } from '../moving.ts';
import { membersData, tellOfDependant } from '../telling.ts';

const familyNumber = /-(\d{5,6})-/;

/** The next member id: of a new family in the client, or of the next dependant in the principal's. The client counts. */
function issueMemberId(
  { relation }: EnrolledPerson,
  { client, principal, family }: EnrolmentFacts,
  { memory }: TenantContext,
): string {
  const prefix = memory.settings.get(only)?.prefix ?? '';
  const code = client?.code ?? '';
  const families = (client?.families ?? 0) + (principal ? 0 : 1);
  if (client) memory.clients.put({ ...client, families, people: client.people + 1 });
  if (!principal) return memberId(prefix, code, families, 'principal', 0);
  const nth = family.filter((member) => member.relation === relation).length + 1;
  const number = Number(familyNumber.exec(principal.memberId)?.[1] ?? 0);
  return memberId(prefix, code, number, relation, nth);
}

/** The row's person: as decided, under the ids and the key they have or are given. */
function identified(decided: Enrolled, facts: EnrolmentFacts, context: TenantContext): Enrollee {
  const { before } = facts;
  const { person } = decided;
  if (before) return { ...person, id: before.id, memberId: before.memberId, sealKey: before.sealKey };
  const sealKey = btoa(String.fromCharCode(...context.random(32)));
  return { ...person, id: context.newId(), memberId: issueMemberId(person, facts, context), sealKey };
}

function whyForbidden({ before, may }: EnrolmentFacts): Refusal | null {
  if (may(before ? 'enrollee.update' : 'enrollee.create')) return null;
  return refuse('forbidden', `Your role does not let you ${before ? 'change' : 'add'} people.`);
}

/** What was said of whom, the personal part of it sealed. */
function recordOf(enrollee: Enrollee, input: PutEnrollee, { random }: TenantContext) {
  const { id, clientCode, relation, plans, cover } = enrollee;
  const { from, to } = coverDates(cover);
  const { firstName, lastName, birthDate, sex, phone, email, nin, nhiaNumber } = enrollee;
  return {
    subject: `enrollee:${id}`,
    data: {
      enrollee: id,
      client: clientCode,
      relation,
      coverFrom: from ?? input.coverFrom,
      coverTo: to,
      plan: plans.at(-1)?.plan ?? null,
    },
    sealed: seal(
      enrollee,
      { firstName, lastName, birthDate, sex, phone, email, nin, nhiaNumber },
      random(12),
    ),
  };
}

/** Adds a covered person with a member id of their own, or brings their record up to date. */
export const putEnrollee: TenantHandler<'PutEnrollee'> = {
  wants: wantsForEnrolment,
  decide: (input, context) => {
    const { memory, principal } = context;
    const facts = enrolmentFacts(input, context, (permission) => holds(memory.people, principal, permission));
    const forbidden = whyForbidden(facts);
    if (forbidden) return forbidden;
    const decided = decideEnrolment(input, facts);
    if (isRefusal(decided)) return decided;
    const enrollee = identified(decided, facts, context);
    const { outcome, reviewFrom } = decided;
    if (outcome !== 'unchanged') memory.enrollees.put(enrollee);
    if (outcome !== 'unchanged') putInFamily(memory, enrollee);
    const told = outcome === 'created' ? tellOfDependant(enrollee, facts.principal, context) : [];
    const record = recordOf(enrollee, input, context);
    return {
      ...record,
      data: { ...record.data, ...membersData(told) },
      outcome: {
        enrolleeId: enrollee.id,
        memberId: enrollee.memberId,
        created: outcome === 'created',
        outcome,
        reviewFrom,
      },
      did: outcome === 'unchanged' ? {} : recordMoves([{ before: facts.before, after: enrollee }], context),
    };
  },
};

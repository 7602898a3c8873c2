import { addDays } from '../../../schema/domain/dates.ts';
import { coverDates } from '../../../schema/domain/members/cover-dates.ts';
import type { FieldError } from '../../../schema/domain/refusal.ts';
import type { PutEnrollee } from '../../../schema/forms/put-enrollee.ts';
import { reasonsOf } from '../../../schema/imports/columns.ts';
import { enrolleeColumns } from '../../../schema/imports/enrollee-columns.ts';
import type { AddWork, ChangeWork, EndWork, EnrolleeWork } from '../../../schema/imports/work.ts';
import { putEnrollee } from '../commands/put-enrollee.ts';
import { setEnrolleeCover } from '../commands/set-enrollee-cover.ts';
import { type Enrollee, enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';
import { personMeant, wantsPerson } from '../who.ts';
import { type RowKind, type Step, type StepContext, stepOf } from './row-kind.ts';

const nobody: FieldError[] = [
  { field: 'externalId', message: 'There is nobody with this id: ADD them, or correct it.' },
];

/** A known person as their command would say them again: what it leaves out stays as it is by itself. */
function asInput(memory: TenantMemory, person: Enrollee): PutEnrollee {
  const { memberId, clientCode, relation, principalId, firstName, lastName, birthDate, sex } = person;
  const { from, to } = coverDates(person.cover);
  const principal = principalId === null ? null : memory.enrollees.get(enrolleeKey.id(principalId));
  return {
    memberId,
    externalId: person.externalId ?? undefined,
    clientCode,
    relation,
    principalMemberId: principal?.memberId,
    firstName,
    lastName,
    birthDate,
    sex,
    phone: person.phone ?? undefined,
    email: person.email ?? undefined,
    deathDate: person.deathDate ?? undefined,
    coverFrom: from ?? '',
    coverTo: to ?? undefined,
  };
}

/** A principal is named once: what the row says takes the place of what is on record. */
function withPrincipal(base: PutEnrollee, said: Partial<PutEnrollee>): PutEnrollee {
  const names = said.principalExternalId !== undefined || said.principalMemberId !== undefined;
  return names ? { ...base, principalMemberId: undefined, ...said } : { ...base, ...said };
}

function addInput(memory: TenantMemory, { who, input, absent }: AddWork): PutEnrollee {
  const before = personMeant(memory, who);
  if (!before || absent.length === 0) return input;
  const kept = Object.entries(asInput(memory, before)).filter(([field]) =>
    absent.some((each) => each === field),
  );
  return { ...input, ...Object.fromEntries(kept) };
}

function changeSteps(
  memory: TenantMemory,
  { who, given }: ChangeWork,
  { principal }: StepContext,
): Step[] | FieldError[] {
  const before = personMeant(memory, who);
  if (!before) return nobody;
  const { externalId, memberId: _, ...said } = given;
  const input = withPrincipal(asInput(memory, before), said);
  const named = externalId === undefined ? input : { ...input, externalId };
  return [stepOf('PutEnrollee', putEnrollee, named, memory, principal)];
}

/** Nothing is left to do where the cover ends on that very day already. */
function endSteps(
  memory: TenantMemory,
  { who, lastDay, reason }: EndWork,
  { principal }: StepContext,
): Step[] | FieldError[] {
  const person = personMeant(memory, who);
  if (!person) return nobody;
  const from = addDays(lastDay, 1);
  const last = person.cover.at(-1);
  if (last?.state === 'TERMINATED' && last.from === from) return [];
  const input = { memberId: person.memberId, change: 'terminate', from, reason } as const;
  return [stepOf('SetEnrolleeCover', setEnrolleeCover, input, memory, principal)];
}

/** Rows of enrollees: each is a `PutEnrollee`, or the end of a cover. */
export const enrolleeRows: RowKind<EnrolleeWork> = {
  wants: (memory, { who }) => {
    const own = wantsPerson(memory, who);
    if (own.some(({ shelf, key }) => !shelf.has(key))) return own;
    const principalId = personMeant(memory, who)?.principalId;
    return principalId ? [...own, { shelf: memory.enrollees, key: enrolleeKey.id(principalId) }] : own;
  },
  steps: (memory, work, context) => {
    if (work.action === 'CHANGE') return changeSteps(memory, work, context);
    if (work.action === 'END') return endSteps(memory, work, context);
    return [stepOf('PutEnrollee', putEnrollee, addInput(memory, work), memory, context.principal)];
  },
  value: (memory, { who }) => personMeant(memory, who),
  group: (memory, work) =>
    work.action === 'END' ? null : (personMeant(memory, work.who)?.plans.at(-1)?.plan ?? null),
  reasons: (errors) => reasonsOf(enrolleeColumns, errors),
};

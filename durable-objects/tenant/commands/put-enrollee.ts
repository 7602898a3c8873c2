import { memberId, type Relation } from '../../../schema/domain/ids.ts';
import { coverSteps } from '../../../schema/domain/members/cover-dates.ts';
import { type FieldError, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { PutEnrollee } from '../../../schema/forms/put-enrollee.ts';
import type { Want } from '../../actor/book.ts';
import { seal } from '../../actor/seal.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { type Enrollee, enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';

function wants(memory: TenantMemory, input: PutEnrollee): Want[] {
  const found: Want[] = [
    { shelf: memory.enrollees, key: enrolleeKey.external(input.externalId) },
    { shelf: memory.clients, key: input.clientCode },
  ];
  if (input.principalExternalId === undefined) return found;
  const key = enrolleeKey.external(input.principalExternalId);
  found.push({ shelf: memory.enrollees, key });
  const principal = memory.enrollees.peek(key);
  if (principal) found.push({ shelf: memory.families, key: principal.id });
  return found;
}

const one = (field: string, message: string): Refusal => refuse('invalid', message, [{ field, message }]);

/** The principal a dependant belongs to; null for a principal. */
function principalOf(input: PutEnrollee, memory: TenantMemory): Enrollee | null | Refusal {
  const { relation, principalExternalId } = input;
  if (relation === 'principal') {
    if (principalExternalId === undefined) return null;
    return one('principalExternalId', 'A principal has no principal of their own.');
  }
  if (principalExternalId === undefined)
    return one('principalExternalId', 'Name the principal of a dependant.');
  const principal = memory.enrollees.get(enrolleeKey.external(principalExternalId));
  if (principal?.relation === 'principal') return principal;
  return one('principalExternalId', 'There is no principal with this id.');
}

const familyNumber = /-(\d{5,6})-/;

/** The next member id: of a new family in the client, or of the next dependant in the principal's. */
function issueMemberId(
  relation: Relation,
  principal: Enrollee | null,
  clientCode: string,
  { memory }: TenantContext,
): string {
  const prefix = memory.settings.get(only)?.prefix ?? '';
  if (!principal) {
    const client = memory.clients.get(clientCode);
    const family = (client?.families ?? 0) + 1;
    if (client) memory.clients.put({ ...client, families: family });
    return memberId(prefix, clientCode, family, 'principal', 0);
  }
  const family = memory.families.get(principal.id);
  const nth = (family?.members.filter((member) => member.relation === relation).length ?? 0) + 1;
  const number = Number(familyNumber.exec(principal.memberId)?.[1] ?? 0);
  return memberId(prefix, principal.clientCode, number, relation, nth);
}

function changesOfIdentity(before: Enrollee, input: PutEnrollee, principal: Enrollee | null): FieldError[] {
  const errors: FieldError[] = [];
  const fixed = (field: string, message: string) => errors.push({ field, message });
  if (before.relation !== input.relation) fixed('relation', `This member is recorded as ${before.relation}.`);
  if (before.principalId !== (principal?.id ?? null))
    fixed('principalExternalId', 'This member belongs to another principal.');
  if (!principal && before.clientCode !== input.clientCode)
    fixed('clientCode', `This member belongs to client ${before.clientCode}.`);
  return errors;
}

/** Adds a covered person with a member id of their own, or brings their record up to date. */
export const putEnrollee: TenantHandler<'PutEnrollee'> = {
  wants,
  decide: (input, context) => {
    const { memory, newId, random } = context;
    const principal = principalOf(input, memory);
    if (principal && 'refused' in principal) return principal;
    const clientCode = principal?.clientCode ?? input.clientCode;
    if (!principal && !memory.clients.get(clientCode))
      return one('clientCode', `There is no client ${clientCode}.`);
    const before = memory.enrollees.get(enrolleeKey.external(input.externalId));
    const errors = before ? changesOfIdentity(before, input, principal) : [];
    if (errors.length > 0) return refuse('invalid', errors[0]?.message ?? '', errors);
    const { externalId, relation, firstName, lastName, birthDate, sex, coverFrom } = input;
    const enrollee: Enrollee = {
      id: before?.id ?? newId(),
      memberId: before?.memberId ?? issueMemberId(relation, principal, clientCode, context),
      externalId,
      clientCode,
      principalId: principal?.id ?? null,
      relation,
      firstName,
      lastName,
      birthDate,
      sex,
      phone: input.phone ?? null,
      email: input.email ?? null,
      deathDate: input.deathDate ?? null,
      cover: coverSteps(coverFrom, input.coverTo ?? null, context.at),
      plans: before?.plans ?? [],
      primaryFacilities: before?.primaryFacilities ?? [],
      transferred: before?.transferred ?? false,
      nin: before?.nin ?? null,
      nhiaNumber: before?.nhiaNumber ?? null,
      consents: before?.consents ?? [],
      sealKey: before ? before.sealKey : btoa(String.fromCharCode(...random(32))),
    };
    memory.enrollees.put(enrollee);
    if (principal && !before) {
      const member = { id: enrollee.id, relation, coverTo: input.coverTo ?? null };
      const { members = [] } = memory.families.get(principal.id) ?? {};
      memory.families.put({ principalId: principal.id, members: [...members, member] });
    }
    const { id, memberId: member } = enrollee;
    return {
      outcome: { enrolleeId: id, memberId: member, created: before === null },
      subject: `enrollee:${id}`,
      data: { enrollee: id, client: clientCode, relation, coverFrom, coverTo: input.coverTo ?? null },
      sealed: seal(
        enrollee,
        { firstName, lastName, birthDate, sex, phone: enrollee.phone, email: enrollee.email },
        random(12),
      ),
      did: {},
    };
  },
};

import type { Row } from '@libsql/client/web';
import type { Relation } from '../../schema/domain/ids.ts';
import type { CoverDates } from '../../schema/domain/members/cover-dates.ts';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { type EnrolleeBody, noPortal } from '../../schema/tables/tenant/enrollees.ts';

/** A person of a list, with what their cover depends on. */
export interface ListedEnrollee {
  person: Enrollee;
  dates: CoverDates;
  principal: { memberId: string; externalId: string | null; dates: CoverDates } | null;
  client: { name: string; dates: CoverDates };
}

const relations: readonly Relation[] = ['principal', 'spouse', 'child', 'other'];

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const datesOf = (row: Row, prefix: string): CoverDates => ({
  from: textOf(row[`${prefix}cover_from`]),
  to: textOf(row[`${prefix}cover_to`]),
  suspendedFrom: textOf(row[`${prefix}suspended_from`]),
  suspendedTo: textOf(row[`${prefix}suspended_to`]),
});

function personOf(row: Row): Enrollee {
  const body: EnrolleeBody = JSON.parse(String(row.body));
  return {
    id: String(row.id),
    memberId: String(row.member_id),
    externalId: textOf(row.external_id),
    clientCode: String(row.client_code),
    principalId: textOf(row.principal_id),
    relation: relations.find((each) => each === row.relation) ?? 'other',
    firstName: String(row.first_name),
    lastName: String(row.last_name),
    birthDate: String(row.birth_date),
    sex: row.sex === 'male' ? 'male' : 'female',
    phone: textOf(row.phone),
    email: textOf(row.email),
    deathDate: textOf(row.death_date),
    sealKey: null,
    ...noPortal,
    ...body,
  };
}

/** A row of `enrolleesPage` as what it says; without the key that seals what is personal. */
export function listedEnrollee(row: Row): ListedEnrollee {
  const principal = textOf(row.p_member_id);
  return {
    person: personOf(row),
    dates: datesOf(row, ''),
    principal:
      principal === null
        ? null
        : { memberId: principal, externalId: textOf(row.p_external_id), dates: datesOf(row, 'p_') },
    client: { name: String(row.c_name), dates: datesOf(row, 'c_') },
  };
}

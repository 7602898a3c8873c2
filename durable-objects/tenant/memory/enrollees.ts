import { coverDates } from '../../../schema/domain/members/cover-dates.ts';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import { phoneKey } from '../../../schema/domain/members/phone.ts';
import { type EnrolleeBody, noPortal } from '../../../schema/tables/tenant/enrollees.ts';
import { without } from '../../../schema/tables/tenant/without-plain.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

export type { Enrollee } from '../../../schema/domain/members/enrollee.ts';

/** What an enrollee is found by. */
export const enrolleeKey = {
  id: (id: string) => `i:${id}`,
  member: (memberId: string) => `m:${memberId}`,
  external: (externalId: string) => `x:${externalId}`,
};

const columns = {
  id: 'id',
  memberId: 'member_id',
  externalId: 'external_id',
  clientCode: 'client_code',
  principalId: 'principal_id',
  relation: 'relation',
  firstName: 'first_name',
  lastName: 'last_name',
  birthDate: 'birth_date',
  sex: 'sex',
  phone: 'phone',
  email: 'email',
  deathDate: 'death_date',
  sealKey: 'seal_key',
  body: 'json(body)',
} as const;

type EnrolleeRow = Omit<Enrollee, keyof EnrolleeBody> & { body: EnrolleeBody };

const written = [
  'id',
  'member_id',
  'external_id',
  'client_code',
  'principal_id',
  'relation',
  'first_name',
  'last_name',
  'birth_date',
  'sex',
  'phone',
  'phone_key',
  'email',
  'death_date',
  'cover_from',
  'cover_to',
  'suspended_from',
  'suspended_to',
  'plan_code',
  'next_plan',
  'next_plan_from',
  'seal_key',
  'body',
];

function bodyOf(e: Enrollee): EnrolleeBody {
  const { cover, plans, primaryFacilities, transferred, nin, nhiaNumber, consents } = e;
  const { portal, invitation, desk, asked, exported, noticesOff, noticesByMail } = e;
  const body = { cover, plans, primaryFacilities, transferred, nin, nhiaNumber, consents };
  const own = { portal, invitation, desk, asked, exported, noticesOff, noticesByMail };
  return { ...body, ...without(own, noPortal) };
}

/** The columns for lists: the plan before the last, where there are two, is the one that is left for it on its day. */
function rowOf(e: Enrollee): unknown[] {
  const dates = coverDates(e.cover);
  const [plan, next] = e.plans.slice(-2);
  return [
    e.id,
    e.memberId,
    e.externalId,
    e.clientCode,
    e.principalId,
    e.relation,
    e.firstName,
    e.lastName,
    e.birthDate,
    e.sex,
    e.phone,
    e.phone === null ? null : phoneKey(e.phone),
    e.email,
    e.deathDate,
    dates.from,
    dates.to,
    dates.suspendedFrom,
    dates.suspendedTo,
    plan?.plan ?? null,
    next?.plan ?? null,
    next?.from ?? null,
    e.sealKey,
    bodyOf(e),
  ];
}

const updated = written
  .slice(2)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ');

/** Covered people, by id, by member id and by the integrator's id. */
export const enrolleeKind: Kind<Enrollee> = {
  name: 'enrollee',
  capacity: 16_000,
  keys: (e) => [
    enrolleeKey.id(e.id),
    enrolleeKey.member(e.memberId),
    ...(e.externalId === null ? [] : [enrolleeKey.external(e.externalId)]),
  ],
  read: (keys) => {
    const given = (letter: string) =>
      JSON.stringify(keys.filter((key) => key.startsWith(`${letter}:`)).map((key) => key.slice(2)));
    const { sql } = readJson(
      'enrollees',
      columns,
      `id in (select value from json_each(?)) or member_id in (select value from json_each(?)) or external_id in (select value from json_each(?))`,
      [],
    );
    return { sql, args: [given('i'), given('m'), given('x')] };
  },
  parse: (text) => {
    const rows: EnrolleeRow[] = JSON.parse(text);
    return rows.map(({ body, ...row }) => ({ ...row, ...noPortal, ...body }));
  },
  write: (made, changed) =>
    insertRows(
      'enrollees',
      written,
      [...made, ...changed].map(rowOf),
      `on conflict (id) do update set ${updated}`,
    ),
};

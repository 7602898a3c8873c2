import { z } from 'zod';
import type { FieldError } from '../domain/refusal.ts';
import { calendarDate, line } from '../forms/fields.ts';
import { type PutEnrollee, putEnrolleeForm } from '../forms/put-enrollee.ts';
import { fieldOf } from './columns.ts';
import { isoDate } from './dates.ts';
import { enrolleeColumns } from './enrollee-columns.ts';
import { type Cells, errorsOf, given, type ReadRow, type RowReader } from './reader.ts';
import type { WhoseRow } from './work.ts';

const { clientCode, relation, ...rest } = putEnrolleeForm.shape;
/** What a CHANGE may say: everything may be left out, and what is left out is not filled in. */
const changeForm = z.strictObject({
  ...z.strictObject(rest).partial().shape,
  clientCode: clientCode.unwrap().optional(),
  relation: relation.unwrap().optional(),
});
const endForm = z.strictObject({
  coverFrom: calendarDate('the last day of cover'),
  reason: line(200, 'the reason').default('Left'),
});

const yes = new Set(['yes', 'y', 'true', '1']);
const no = new Set(['no', 'n', 'false', '0']);

/** Whether somebody was transferred; text that says neither stays text, so that the form says what is wrong. */
function transferredOf(cells: Cells): boolean | string | undefined {
  const text = given(cells.transferred)?.toLowerCase();
  if (text === undefined) return undefined;
  return yes.has(text) || (no.has(text) ? false : text);
}

/** What the cells say of a person, under the form's names; an empty cell says nothing. */
function saidOf(cells: Cells) {
  return {
    externalId: given(cells.external_id),
    memberId: given(cells.member_id)?.toUpperCase(),
    clientCode: given(cells.client_code)?.toUpperCase(),
    relation: given(cells.relation)?.toLowerCase(),
    principalExternalId: given(cells.principal_external_id),
    principalMemberId: given(cells.principal_member_id)?.toUpperCase(),
    firstName: given(cells.first_name),
    lastName: given(cells.last_name),
    birthDate: isoDate(given(cells.birth_date)),
    sex: given(cells.sex)?.toLowerCase(),
    phone: given(cells.phone),
    email: given(cells.email),
    deathDate: isoDate(given(cells.death_date)),
    coverFrom: isoDate(given(cells.date)),
    coverTo: isoDate(given(cells.cover_to)),
    plan: given(cells.plan),
    nin: given(cells.nin),
    nhiaNumber: given(cells.nhia_number),
    transferred: transferredOf(cells),
    primaryFacilityExternalId: given(cells.primary_facility),
  };
}

type Said = ReturnType<typeof saidOf>;

/** The words that zod has for what is missing are not for people: every field that may be missing has its own. */
const worded = (errors: FieldError[]): FieldError[] =>
  errors.map(({ field, message }) => ({
    field,
    message: /^Invalid (input|option)/.test(message)
      ? 'This cannot be read: see what the column means.'
      : message,
  }));

const keyOf = ({ externalId, memberId }: WhoseRow) =>
  externalId === undefined ? `m:${memberId}` : `x:${externalId}`;

const afterOf = ({ principalExternalId }: Said) =>
  principalExternalId === undefined ? [] : [`x:${principalExternalId}`];

const fields = new Map(enrolleeColumns.map((column) => [fieldOf(column), column.name]));

/** The fields that the file has no column for. */
const absentFrom = (cells: Cells) =>
  putEnrolleeForm.keyof().options.filter((field) => {
    const column = fields.get(field);
    return column !== undefined && cells[column] === undefined;
  });

function readAdd(cells: Cells, said: Said): ReadRow | { errors: FieldError[] } {
  const { memberId, ...person } = said;
  const errors: FieldError[] = [];
  if (said.externalId === undefined)
    errors.push({
      field: 'externalId',
      message: 'Give the person a number of your own: it is how the row finds them again.',
    });
  if (memberId !== undefined)
    errors.push({ field: 'memberId', message: 'A member id is given by us: leave it empty to ADD.' });
  const parsed = putEnrolleeForm.safeParse(person);
  if (!parsed.success) return { errors: worded([...errors, ...errorsOf(parsed.error)]) };
  if (errors.length > 0) return { errors };
  const who = { externalId: said.externalId };
  const input: PutEnrollee = parsed.data;
  const work = { kind: 'enrollees', action: 'ADD', who, input, absent: absentFrom(cells) } as const;
  return { work, key: keyOf(who), after: afterOf(said) };
}

/** Whom a row is about: by your number where it has one, else by the member id. */
function whoOf({ externalId, memberId }: Said): WhoseRow | { errors: FieldError[] } {
  if (externalId !== undefined) return { externalId };
  if (memberId !== undefined) return { memberId };
  return { errors: [{ field: 'externalId', message: 'Say whom: fill in external_id or member_id.' }] };
}

function readChange(said: Said, who: WhoseRow): ReadRow | { errors: FieldError[] } {
  const { coverFrom: _, ...change } = said;
  const parsed = changeForm.safeParse(change);
  if (!parsed.success) return { errors: worded(errorsOf(parsed.error)) };
  const entries = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  const work = { kind: 'enrollees', action: 'CHANGE', who, given: Object.fromEntries(entries) } as const;
  return { work, key: keyOf(who), after: afterOf(said) };
}

function readEnd(cells: Cells, said: Said, who: WhoseRow): ReadRow | { errors: FieldError[] } {
  const parsed = endForm.safeParse({ coverFrom: said.coverFrom, reason: given(cells.end_reason) });
  if (!parsed.success) return { errors: errorsOf(parsed.error) };
  const { coverFrom: lastDay, reason } = parsed.data;
  return { work: { kind: 'enrollees', action: 'END', who, lastDay, reason }, key: keyOf(who), after: [] };
}

/** Rows of enrollees: people added, changed, and ended. */
export const enrolleeReader: RowReader = {
  columns: enrolleeColumns,
  read: (cells) => {
    const said = saidOf(cells);
    const action = given(cells.action)?.toUpperCase();
    if (action === 'ADD') return readAdd(cells, said);
    if (action !== 'CHANGE' && action !== 'END')
      return { errors: [{ field: 'action', message: 'Write ADD, CHANGE or END.' }] };
    const who = whoOf(said);
    if ('errors' in who) return who;
    return action === 'CHANGE' ? readChange(said, who) : readEnd(cells, said, who);
  },
};

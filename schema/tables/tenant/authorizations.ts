import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type Authorization,
  type AuthorizationLine,
  type AuthorizationState,
  openAppeal,
  plainAuthorization,
  type Urgency,
} from '../../domain/authorizations/authorization.ts';
import type { EncounterType } from '../../domain/claims/claim.ts';
import { without } from './without-plain.ts';

/** What of a request is a column of its own. */
const columnNames = [
  'id',
  'number',
  'externalId',
  'state',
  'version',
  'facilityId',
  'facilityName',
  'enrolleeId',
  'memberId',
  'enrolleeName',
  'clientCode',
  'planCode',
  'encounterType',
  'urgency',
  'serviceDate',
  'currency',
  'requested',
  'approved',
  'requestedAt',
  'decidedAt',
  'decidedBy',
  'validTo',
  'risk',
] as const;

type Column = (typeof columnNames)[number];

/** What of a request is JSON within its row. The code and the breach reference are there and columns, by which they are found. */
export type AuthorizationBody = Omit<Authorization, Column | keyof typeof plainAuthorization> &
  Partial<Omit<Pick<Authorization, keyof typeof plainAuthorization>, Column>> & {
    lines: AuthorizationLine[];
  };

/** One request, and what was granted on it, a row. */
export const authorizations = sqliteTable(
  'authorizations',
  {
    id: integer().primaryKey(),
    number: text().notNull(),
    externalId: text('external_id'),
    state: text().$type<AuthorizationState>().notNull(),
    version: integer().notNull(),
    facilityId: text('facility_id').notNull(),
    facilityName: text('facility_name').notNull(),
    enrolleeId: text('enrollee_id').notNull(),
    memberId: text('member_id').notNull(),
    enrolleeName: text('enrollee_name').notNull(),
    clientCode: text('client_code').notNull(),
    planCode: text('plan_code'),
    encounterType: text('encounter_type').$type<EncounterType>().notNull(),
    urgency: text().$type<Urgency>().notNull(),
    serviceDate: text('service_date').notNull(),
    currency: text().notNull(),
    requested: integer().notNull(),
    approved: integer(),
    requestedAt: integer('requested_at').notNull(),
    /** when it, or the appeal that is open, must be answered; null: nobody has to */
    answerBy: integer('answer_by'),
    decidedAt: integer('decided_at'),
    decidedBy: text('decided_by'),
    /** the auth code, and the breach reference that stands for one: what claims name it by */
    code: text(),
    reference: text(),
    validTo: text('valid_to'),
    risk: integer().notNull(),
    /** when something happens with it by itself next */
    nextAt: integer('next_at'),
    body: text({ mode: 'json' }).$type<AuthorizationBody>().notNull(),
  },
  (one) => [
    uniqueIndex('authorizations_external').on(one.facilityId, one.externalId),
    index('authorizations_waiting').on(one.answerBy, one.id),
    index('authorizations_waiting_of_facility').on(one.facilityId, one.answerBy, one.id),
    index('authorizations_by_state').on(one.state, one.id),
    index('authorizations_of_facility').on(one.facilityId, one.id),
    index('authorizations_of_enrollee').on(one.enrolleeId, one.id),
    index('authorizations_by_decision').on(one.decidedAt, one.id),
    index('authorizations_next').on(one.nextAt),
  ],
);

/** A row as far as it makes the aggregate. */
export type AuthorizationRow = Pick<typeof authorizations.$inferSelect, Column | 'body'>;

/** The aggregate of a row read whole. */
export function authorizationOfRow({ body, ...columns }: AuthorizationRow): Authorization {
  return { ...plainAuthorization, ...columns, ...body };
}

/** When somebody must have answered; null: nobody has to. A clock that stands does not take it off the list. */
export const answerByOf = (authorization: Authorization): number | null =>
  openAppeal(authorization)?.dueAt ?? authorization.dueAt;

/** The JSON part of an aggregate: what most have nothing of is left out. */
export function authorizationBodyOf(authorization: Authorization): AuthorizationBody {
  const { id, number, externalId, state, version, facilityId, facilityName, ...rest } = authorization;
  const { enrolleeId, memberId, enrolleeName, clientCode, planCode, encounterType, ...more } = rest;
  const { urgency, serviceDate, currency, requested, approved, requestedAt, ...further } = more;
  const { decidedAt, decidedBy, validTo, risk, ...body } = further;
  return without(body, plainAuthorization);
}

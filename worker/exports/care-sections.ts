import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import { authorizationOfRow, authorizations } from '../../schema/tables/tenant/authorizations.ts';
import { claimOfRow, claims } from '../../schema/tables/tenant/claims.ts';
import { memberNotices } from '../../schema/tables/tenant/member-notices.ts';
import { visits } from '../../schema/tables/tenant/visits.ts';
import { myNoticeWords } from '../../views/enrollee/notice-words.ts';
import { benefitSection } from './benefit-section.ts';
import { behind, decimal, type Held, instant, type Section } from './section.ts';

/** A claim as it is about the person: nothing of how it was ranked, weighed or looked into, and no name of who decided. */
function heldClaim(claim: Claim): Held {
  const { number, memberId, state, facilityName: facility, currency } = claim;
  const lines = claim.lines.map((line) => ({
    line: line.line,
    service: line.service,
    name: line.name,
    serviceDate: line.serviceDate,
    quantity: line.quantity,
    claimed: line.claimed,
    approved: line.approved,
    youPay: line.enrolleeShare,
    reasons: line.reasons.map(({ code }) => code),
  }));
  return {
    key: [claim.serviceDate, claim.id],
    json: {
      ...{ number, memberId, state, facility, currency, lines },
      practitioner: claim.practitionerName,
      encounter: claim.encounterType,
      serviceDate: claim.serviceDate,
      diagnoses: claim.diagnoses,
      claimed: claim.claimed,
      approved: claim.approved,
      reasons: claim.reasons.map(({ code }) => code),
    },
    rows: lines.map((line) => [
      ...[number, memberId, state, facility, line.serviceDate, line.name, String(line.quantity)],
      ...[
        decimal(line.claimed),
        decimal(line.approved),
        decimal(line.youPay),
        currency,
        line.reasons.join(' '),
      ],
    ]),
  };
}

const claimSection: Section = {
  name: 'claims',
  columns: [
    ...['claim', 'member id', 'state', 'facility', 'date', 'service', 'quantity'],
    ...['billed', 'plan pays', 'you pay', 'currency', 'reasons'],
  ],
  read: async ({ db }, { id }, after, limit) => {
    const rows = await db
      .select()
      .from(claims)
      .where(and(eq(claims.enrolleeId, id), behind([claims.serviceDate, claims.id], after)))
      .orderBy(asc(claims.serviceDate), asc(claims.id))
      .limit(limit);
    return rows.map((row) => heldClaim(claimOfRow(row)));
  },
};

function heldRequest(request: Authorization): Held {
  const {
    id,
    number,
    memberId,
    state,
    facilityName: facility,
    serviceDate,
    code,
    validTo,
    currency,
  } = request;
  return {
    key: [id],
    json: {
      ...{ number, memberId, state, facility, serviceDate, code, validTo, currency },
      encounter: request.encounterType,
      urgency: request.urgency,
      diagnoses: request.diagnoses,
      requested: request.requested,
      approved: request.approved,
      requestedAt: instant(request.requestedAt),
      lines: request.lines.map((line) => ({
        line: line.line,
        service: line.service,
        name: line.name,
        quantity: line.quantity,
        requested: line.requested,
        approvedQuantity: line.approvedQuantity,
        approved: line.approved,
        used: line.used,
      })),
    },
    rows: [
      [number, memberId, state, facility, serviceDate, code ?? '', validTo ?? ''].concat(
        decimal(request.requested),
        decimal(request.approved),
        currency,
      ),
    ],
  };
}

/** An alert as whoever was asked has it: not the case that a denial opened. */
function heldAlert({ id, number, memberId, facilityName: facility, alert }: Authorization): Held {
  const answered = alert?.answered ?? null;
  const asked = instant(alert?.at ?? 0);
  const at = answered && instant(answered.at);
  return {
    key: [id],
    json: {
      ...{ number, memberId, facility, asked, state: alert?.state, by: alert?.channels },
      answered: answered && { at, through: answered.through, reason: answered.reason },
    },
    rows: [[number, memberId, facility, asked, alert?.state ?? '', at ?? '', answered?.reason ?? '']],
  };
}

/** Requests of which somebody was asked. */
export const askedOf = (enrolleeId: string): SQL =>
  sql`${authorizations.body} ->> '$.alert.to' = ${enrolleeId} and ${authorizations.body} ->> '$.alert' is not null`;

const requestsOf: (shape: (request: Authorization) => Held, isAlert: boolean) => Section['read'] =
  (shape, isAlert) =>
  async ({ db, self }, { id }, after, limit) => {
    const mine = isAlert ? askedOf(self.id) : eq(authorizations.enrolleeId, id);
    const rows = await db
      .select()
      .from(authorizations)
      .where(and(mine, gt(authorizations.id, Number(after?.[0] ?? 0))))
      .orderBy(asc(authorizations.id))
      .limit(limit);
    return rows.map((row) => shape(authorizationOfRow(row)));
  };

const requestSection: Section = {
  name: 'authorizations',
  columns: [
    ...['authorization', 'member id', 'state', 'facility', 'date', 'code', 'valid to'],
    ...['requested', 'approved', 'currency'],
  ],
  read: requestsOf(heldRequest, false),
};

const alertSection: Section = {
  name: 'alerts',
  columns: ['authorization', 'member id', 'facility', 'asked', 'state', 'answered', 'reason'],
  isOwn: true,
  read: requestsOf(heldAlert, true),
};

const visitSection: Section = {
  name: 'check-ins',
  columns: ['check-in', 'member id', 'facility', 'at', 'state', 'answered', 'reason'],
  read: async ({ db }, { id }, after, limit) => {
    const rows = await db
      .select()
      .from(visits)
      .where(and(eq(visits.enrolleeId, id), behind([visits.at, visits.id], after)))
      .orderBy(asc(visits.at), asc(visits.id))
      .limit(limit);
    return rows.map(({ id: key, number, memberId, facilityName: facility, at, state, answered, how }) => {
      const said = answered && { at: instant(answered.at), reason: answered.reason };
      return {
        key: [at, key],
        json: { number, memberId, facility, at: instant(at), how, state, answered: said },
        rows: [[number, memberId, facility, instant(at), state, said?.at ?? '', said?.reason ?? '']],
      };
    });
  },
};

const noticeSection: Section = {
  name: 'notifications',
  columns: ['at', 'what'],
  isOwn: true,
  read: async ({ db, self }, _, after, limit) => {
    const { enrolleeId, ...by } = memberNotices;
    const rows = await db
      .select()
      .from(memberNotices)
      .where(and(eq(enrolleeId, self.id), behind([by.seq, by.topic, by.about], after)))
      .orderBy(asc(by.seq), asc(by.topic), asc(by.about))
      .limit(limit);
    return rows.map(({ seq, at, topic, about, what }) => {
      const text = myNoticeWords(topic, about, what);
      const json = { at: instant(at), topic, about, text };
      return { key: [seq, topic, about], json, rows: [[instant(at), text]] };
    });
  },
};

/** What has happened with people's care. */
export const careSections: readonly Section[] = [
  claimSection,
  benefitSection,
  requestSection,
  alertSection,
  visitSection,
  noticeSection,
];

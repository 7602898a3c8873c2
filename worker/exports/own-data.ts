import { and, asc, eq, gt } from 'drizzle-orm';
import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { authorizationOfRow, authorizations } from '../../schema/tables/tenant/authorizations.ts';
import { claimOfRow, claims } from '../../schema/tables/tenant/claims.ts';
import { visits } from '../../schema/tables/tenant/visits.ts';
import { csvText } from '../imports/write-csv.ts';
import type { Database } from '../queries/database.ts';
import type { ArchivedFile } from './zip.ts';

/** Read portion by portion: no request holds up the others of the database. */
const portion_rows = 200;

/** Everything of a list, portion after portion, by what each portion ended with. */
async function all<Row extends { id: number }>(read: (after: number) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = [];
  for (;;) {
    const rows = await read(found.at(-1)?.id ?? 0);
    found.push(...rows);
    if (rows.length < portion_rows) return found;
  }
}

/** What is held about the person themselves; the key that seals the journal is no statement about them. */
function profileOf({ sealKey, portal, invitation, desk, ...person }: Enrollee) {
  return { ...person, portalSince: portal && new Date(portal.since).toISOString() };
}

/** A claim as it is about the person: nothing of how it was ranked, weighed or looked into, and no name of who decided. */
const claimOf = (claim: Claim) => ({
  number: claim.number,
  state: claim.state,
  facility: claim.facilityName,
  practitioner: claim.practitionerName,
  encounter: claim.encounterType,
  serviceDate: claim.serviceDate,
  diagnoses: claim.diagnoses,
  currency: claim.currency,
  claimed: claim.claimed,
  approved: claim.approved,
  reasons: claim.reasons.map(({ code }) => code),
  lines: claim.lines.map((line) => ({
    line: line.line,
    service: line.service,
    name: line.name,
    serviceDate: line.serviceDate,
    quantity: line.quantity,
    claimed: line.claimed,
    approved: line.approved,
    youPay: line.enrolleeShare,
    reasons: line.reasons.map(({ code }) => code),
  })),
});

const authorizationOf = (request: Authorization) => ({
  number: request.number,
  state: request.state,
  facility: request.facilityName,
  encounter: request.encounterType,
  urgency: request.urgency,
  serviceDate: request.serviceDate,
  requested: request.requested,
  approved: request.approved,
  currency: request.currency,
  code: request.code,
  validTo: request.validTo,
  requestedAt: new Date(request.requestedAt).toISOString(),
});

const decimal = (minor: number | null) => (minor === null ? '' : (minor / 100).toFixed(2));
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const claimsCsv = (rows: readonly ReturnType<typeof claimOf>[]) =>
  csvText([
    [
      'claim',
      'state',
      'facility',
      'date',
      'service',
      'quantity',
      'billed',
      'plan pays',
      'you pay',
      'currency',
      'reasons',
    ],
    ...rows.flatMap((claim) =>
      claim.lines.map((line) => [
        claim.number,
        claim.state,
        claim.facility,
        line.serviceDate,
        line.name,
        String(line.quantity),
        decimal(line.claimed),
        decimal(line.approved),
        decimal(line.youPay),
        claim.currency,
        line.reasons.join(' '),
      ]),
    ),
  ]);

const authorizationsCsv = (rows: readonly ReturnType<typeof authorizationOf>[]) =>
  csvText([
    ['authorization', 'state', 'facility', 'date', 'code', 'valid to', 'requested', 'approved', 'currency'],
    ...rows.map((request) => [
      request.number,
      request.state,
      request.facility,
      request.serviceDate,
      request.code ?? '',
      request.validTo ?? '',
      decimal(request.requested),
      decimal(request.approved),
      request.currency,
    ]),
  ]);

/** Everything held about a covered person, as JSON and as CSV for spreadsheets. Amounts in JSON are minor units. */
export async function ownData(db: Database, person: Enrollee): Promise<ArchivedFile[]> {
  const of = person.id;
  const claimRows = await all((after) =>
    db
      .select()
      .from(claims)
      .where(and(eq(claims.enrolleeId, of), gt(claims.id, after)))
      .orderBy(asc(claims.id))
      .limit(portion_rows),
  );
  const requestRows = await all((after) =>
    db
      .select()
      .from(authorizations)
      .where(and(eq(authorizations.enrolleeId, of), gt(authorizations.id, after)))
      .orderBy(asc(authorizations.id))
      .limit(portion_rows),
  );
  const visitRows = await all((after) =>
    db
      .select({
        id: visits.id,
        number: visits.number,
        facility: visits.facilityName,
        date: visits.date,
        answered: visits.answered,
      })
      .from(visits)
      .where(and(eq(visits.enrolleeId, of), gt(visits.id, after)))
      .orderBy(asc(visits.id))
      .limit(portion_rows),
  );
  const own = claimRows.map((row) => claimOf(claimOfRow(row)));
  const requests = requestRows.map((row) => authorizationOf(authorizationOfRow(row)));
  return [
    { name: 'profile.json', text: json(profileOf(person)) },
    { name: 'claims.json', text: json(own) },
    { name: 'claims.csv', text: claimsCsv(own) },
    { name: 'authorizations.json', text: json(requests) },
    { name: 'authorizations.csv', text: authorizationsCsv(requests) },
    { name: 'check-ins.json', text: json(visitRows) },
    {
      name: 'check-ins.csv',
      text: csvText([
        ['check-in', 'facility', 'date'],
        ...visitRows.map(({ number, facility, date }) => [number, facility, date]),
      ]),
    },
  ];
}

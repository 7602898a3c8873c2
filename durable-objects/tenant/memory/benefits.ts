import type { FamilyAccount, LedgerEntry } from '../../../schema/domain/benefits/account.ts';
import { insertRows } from '../../actor/json-rows.ts';
import { Rows } from '../../actor/rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** What an account is found by. */
export const accountKey = (familyId: string, period: string): string => `${familyId} ${period}`;

/** A family's use by plan year. */
export const accountKind: Kind<FamilyAccount> = {
  name: 'account',
  capacity: 8_000,
  keys: ({ familyId, period }) => [accountKey(familyId, period)],
  read: (keys) => ({
    sql: `select json_group_array(json_object('familyId', a.family_id, 'period', a.period, 'people', json(a.people)))
      from json_each(?) k join accounts a on a.family_id = k.value->>0 and a.period = k.value->>1`,
    args: [JSON.stringify(keys.map((key) => key.split(' ')))],
  }),
  parse: (text) => {
    const found: FamilyAccount[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'accounts',
      ['family_id', 'period', 'people'],
      [...made, ...changed].map(({ familyId, period, people }) => [familyId, period, people]),
      'on conflict do update set people = excluded.people',
    ),
};

/** The ledger's rows: written, and read by nobody who decides. */
export const ledgerRows = (): Rows =>
  new Rows('ledger', [
    'family_id',
    'period',
    'seq',
    'n',
    'at',
    'kind',
    'enrollee_id',
    'plan',
    'benefit',
    'amount',
    'units',
    'days',
    'visits',
    'deductible',
    'overall_deductible',
    'service_date',
    'claim_id',
    'line',
    'authorization',
  ]);

/** One entry as a row; `seq` is its journal number, `n` its place within that. */
export const ledgerRow = (entry: LedgerEntry, seq: number, n: number): (string | number | null)[] => [
  entry.familyId,
  entry.period,
  seq,
  n,
  entry.at,
  entry.kind,
  entry.enrolleeId,
  entry.plan,
  entry.benefit,
  entry.amount,
  entry.units,
  entry.days,
  entry.visits,
  entry.deductible,
  entry.overallDeductible,
  entry.serviceDate,
  entry.claimId,
  entry.line,
  entry.authorization,
];

import type { LedgerEntry } from '../../../schema/domain/benefits/account.ts';
import type { Kind } from '../../actor/shelf.ts';

/** What the ledger holds of one claim, in the order in which it was entered. */
export interface Booked {
  familyId: string;
  claimId: number;
  entries: readonly LedgerEntry[];
}

/** What a claim's entries are found by. */
export const bookedKey = (familyId: string, claimId: number): string => `${familyId} ${claimId}`;

const entry = `json_object('kind', l.kind, 'familyId', l.family_id, 'enrolleeId', l.enrollee_id, 'period', l.period,
  'plan', l.plan, 'benefit', l.benefit, 'amount', l.amount, 'units', l.units, 'days', l.days, 'visits', l.visits,
  'deductible', l.deductible, 'overallDeductible', l.overall_deductible, 'serviceDate', l.service_date, 'at', l.at,
  'claimId', l.claim_id, 'line', l.line, 'authorization', l.authorization)`;

/** A claim's ledger entries, for undoing them: written by `ledgerRows`. */
export const bookedKind: Kind<Booked> = {
  name: 'booked',
  capacity: 2_000,
  keys: ({ familyId, claimId }) => [bookedKey(familyId, claimId)],
  read: (keys) => ({
    sql: `select json_group_array(json(one)) from (
      select json_object('familyId', family_id, 'claimId', claim_id, 'entries', json_group_array(json(entry))) one
      from (select l.family_id, l.claim_id, ${entry} entry from json_each(?) k
        join ledger l indexed by ledger_of_claim on l.claim_id = cast(k.value->>1 as integer) and l.family_id = k.value->>0
        order by l.seq, l.n)
      group by family_id, claim_id)`,
    args: [JSON.stringify(keys.map((key) => key.split(' ')))],
  }),
  parse: (text) => {
    const found: Booked[] = JSON.parse(text);
    return found;
  },
  write: () => [],
};

import { sql } from 'drizzle-orm';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { behind, decimal, instant, type Section } from './section.ts';

/** One entry of the benefit ledger, as far as it says something about the person. */
interface Entry {
  period: string;
  seq: number;
  n: number;
  at: number;
  kind: string;
  plan: string;
  benefit: string;
  amount: number;
  units: number;
  days: number;
  visits: number;
  serviceDate: string;
  authorization: string | null;
}

/** Whose entries: the ledger is kept by family. */
export const entriesOf = ({ id, principalId }: Pick<Enrollee, 'id' | 'principalId'>) =>
  sql`family_id = ${principalId ?? id} and enrollee_id = ${id}`;

/** What was reserved, used and given back of each benefit. */
export const benefitSection: Section = {
  name: 'benefit-use',
  columns: [
    ...['member id', 'plan year from', 'at', 'what', 'plan', 'benefit', 'amount', 'units', 'days', 'visits'],
    ...['service date', 'authorization'],
  ],
  read: async ({ db }, person, after, limit) => {
    const order = [sql`period`, sql`seq`, sql`n`];
    const further = behind(order, after);
    const entries = await db.all<Entry>(sql`
      select period, seq, n, at, kind, plan, benefit, amount, units, days, visits, service_date as serviceDate, authorization
      from ledger where ${entriesOf(person)} ${further && sql`and ${further}`}
      order by ${sql.join(order, sql`, `)} limit ${limit}`);
    return entries.map(({ seq, n, at, ...entry }) => {
      const { period, kind, plan, benefit, amount, units, days, visits, serviceDate, authorization } = entry;
      return {
        key: [period, seq, n],
        json: { memberId: person.memberId, at: instant(at), ...entry },
        rows: [
          [
            ...[person.memberId, period, instant(at), kind, plan, benefit, decimal(amount)],
            ...[String(units), String(days), String(visits), serviceDate, authorization ?? ''],
          ],
        ],
      };
    });
  },
};

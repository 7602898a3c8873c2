import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { Relation } from '../../../schema/domain/ids.ts';
import type { Kind } from '../../actor/shelf.ts';

/** One dependant as their family knows them. */
export interface FamilyMember {
  id: string;
  relation: Relation;
  /** the last day of their cover; null: not known */
  coverTo: CalendarDate | null;
}

/** The dependants of a principal, whoever is covered or was. Nobody is taken out: a number is never given twice. */
export interface Family {
  principalId: string;
  members: readonly FamilyMember[];
}

type FamilyRow = FamilyMember & { principalId: string };

/** Families, by the principal's id; read from the rows of those in it. */
export const familyKind: Kind<Family> = {
  name: 'family',
  capacity: 5_000,
  keys: (family) => [family.principalId],
  read: (keys) => ({
    sql: `select json_group_array(json_object('principalId', principal_id, 'id', id, 'relation', relation, 'coverTo', cover_to))
      from enrollees where principal_id in (select value from json_each(?))`,
    args: [JSON.stringify(keys)],
  }),
  parse: (text) => {
    const rows: FamilyRow[] = JSON.parse(text);
    return [...Map.groupBy(rows, (row) => row.principalId)].map(([principalId, members]) => ({
      principalId,
      members: members.map(({ id, relation, coverTo }) => ({ id, relation, coverTo })),
    }));
  },
  write: () => [],
};

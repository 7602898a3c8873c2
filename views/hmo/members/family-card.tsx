import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { CoverState } from '../../../schema/domain/members/cover-dates.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { CoverBadge } from './cover-state.tsx';

/** Somebody of the family: the principal, or one of the dependants. */
export interface Relative {
  memberId: string;
  name: string;
  relation: string;
  birthDate: CalendarDate;
  plan: string | null;
  /** of their own cover */
  state: CoverState;
}

const table = (slug: string, self: string): TableSpec<Relative> => ({
  columns: [
    {
      label: 'Name',
      cell: ({ memberId, name }) =>
        memberId === self ? (
          <bdi>{name}</bdi>
        ) : (
          <a href={paths.staff(slug).enrollee(memberId)}>
            <bdi>{name}</bdi>
          </a>
        ),
    },
    { label: 'Member id', cell: ({ memberId }) => <span class="nowrap">{memberId}</span> },
    { label: 'Cover', phone: 'right', cell: ({ state }) => <CoverBadge state={state} /> },
    { label: 'Relation', muted: true, cell: ({ relation }) => relation },
    { label: 'Born', cell: ({ birthDate }) => <DayText date={birthDate} /> },
    { label: 'Plan', muted: true, phone: 'right', cell: ({ plan }) => plan ?? 'None' },
  ],
});

/** The principal and everybody who is or was covered with them. */
export function FamilyCard({
  slug,
  family,
  self,
}: {
  slug: string;
  family: readonly Relative[];
  self: string;
}) {
  if (family.length < 2) return null;
  return (
    <Card title="Family" kind="flush">
      <Table spec={table(slug, self)} rows={family} label="Family, each with their own cover" />
    </Card>
  );
}

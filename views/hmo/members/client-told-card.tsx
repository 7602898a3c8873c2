import type { Moment } from '../../../schema/domain/dates.ts';
import type { DeniedInMonth } from '../../../schema/domain/members/client-news.ts';
import type { Sending } from '../../../schema/domain/notifications/sending.ts';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { monthWords } from '../piles/words.ts';

/** Reports of a client's people, as it is told of them: how many of which month. */
export interface ClientTold extends DeniedInMonth {
  state: Sending['state'];
  /** when it was told, or will be */
  at: Moment;
}

function Told({ state, at, zone }: ClientTold & { zone: string }) {
  if (state === 'FAILED') return <span class="late">could not be told by e-mail: call its HR</span>;
  return (
    <span>
      {state === 'SENT' ? 'told' : 'will be told'} by e-mail, <MomentText at={at} timeZone={zone} />
    </span>
  );
}

const spec = (zone: string): TableSpec<ClientTold> => ({
  phone: 'labels',
  columns: [
    { label: 'Month', cell: ({ month }) => monthWords(month) },
    { label: 'Visits', numeric: true, cell: ({ visits }) => visits },
    { label: 'The client', cell: (row) => <Told {...row} zone={zone} /> },
  ],
});

/** Visits that the client's people say were not theirs: what the client hears, and nothing more. Nothing where there are none. */
export function ClientToldCard({ rows, zone }: { rows: readonly ClientTold[]; zone: string }) {
  if (rows.length === 0) return null;
  return (
    <Card title="Visits reported as not theirs" kind="flush">
      <Table spec={spec(zone)} rows={rows} label="Visits reported as not theirs" />
    </Card>
  );
}

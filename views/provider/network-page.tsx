import type { LinkSide, LinkState, Period } from '../../schema/domain/network/link.ts';
import { PeriodText } from '../network/link-history-card.tsx';
import { LinkNewsMark, LinkStateMark } from '../network/link-state.tsx';
import { stateTabs } from '../network/state-tabs.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';

/** An insurer as the facility's list shows it. */
export interface InsurerRow {
  tenantId: string;
  name: string;
  state: LinkState;
  askedBy: LinkSide | null;
  inForce: readonly Period[];
}

type NetworkPageProps = {
  state: LinkState | '';
  counts: Readonly<Partial<Record<LinkState, number>>>;
  rows: readonly InsurerRow[];
  /** whether this person may ask, and answer */
  asks: boolean;
};

const spec: TableSpec<InsurerRow> = {
  rowId: (row) => `r-${row.tenantId}`,
  columns: [
    {
      label: 'Insurer',
      cell: (row) => (
        <>
          <a href={paths.provider.link(row.tenantId)}>
            <bdi>{row.name}</bdi>
          </a>
          {row.state === 'REQUESTED' && row.askedBy === 'tenant' ? (
            <>
              {' '}
              <Badge tone="warn">To answer</Badge>
            </>
          ) : null}
        </>
      ),
    },
    {
      label: 'In force',
      muted: true,
      cell: (row) => {
        const last = row.inForce[row.inForce.length - 1];
        if (row.state === 'REQUESTED') return row.askedBy === 'tenant' ? 'They ask' : 'You asked';
        return last === undefined ? null : <PeriodText period={last} />;
      },
    },
    {
      label: 'Link',
      phone: 'right',
      cell: (row) => <LinkStateMark other={row.tenantId} state={row.state} />,
    },
  ],
};

/** The insurers that a facility is linked with, was, or may be. */
export function NetworkPage({ state, counts, rows, asks }: NetworkPageProps) {
  const to = paths.provider;
  return (
    <>
      <PageHeader
        title="HMO network"
        lead="The insurers whose members you treat, and those that ask you to join."
        actions={
          <ButtonLink href={to.networkDirectory()} look={asks ? 'primary' : 'plain'}>
            Find an insurer
          </ButtonLink>
        }
      />
      <Tabs label="Links by state" tabs={stateTabs(state, counts, (each) => to.network({ state: each }))} />
      <LinkNewsMark />
      {rows.length === 0 ? (
        <EmptyState
          title={state === '' ? 'No insurer is linked yet' : 'No link stands here'}
          action={<a href={to.networkDirectory()}>Find an insurer</a>}
        >
          Ask an insurer for a link; when it accepts, you can file claims for its members.
        </EmptyState>
      ) : (
        <Table spec={spec} rows={rows} label="Insurers by name" />
      )}
    </>
  );
}

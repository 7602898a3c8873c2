import type { Claim, ClaimState } from '../../../schema/domain/claims/claim.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { DueText } from '../../claims/due-text.tsx';
import { StateCell } from '../../claims/state-cell.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import type { TableSpec } from '../../ui/table.tsx';

/** A claim as its pile's page shows it. */
export interface PileClaimRow {
  number: string;
  enrolleeName: string;
  claimed: number;
  /** what was recommended when it was filed; null: nothing was */
  recommended: number | null;
  /** every line passes, nothing is raised on it and nothing holds it */
  clean: boolean;
  flags: number;
  risk: number;
  held: boolean;
  dueAt: Moment | null;
  state: ClaimState;
  outcome: Claim['outcome'];
  holder: string | null;
}

export type PileTable = {
  slug: string;
  currency: string;
  now: Moment;
  /** whether the person may see risk */
  risk: boolean;
  /** the claims that are ticked; null: this person decides nothing in batches */
  ticked: ReadonlySet<string> | null;
};

const canBeDecided: readonly ClaimState[] = ['RECEIVED', 'RESUBMITTED', 'IN_REVIEW'];

/** What speaks for a claim, and against it. */
function Marks({ row, risk }: { row: PileClaimRow; risk: boolean }) {
  if (row.held) return <Badge tone="danger">Held</Badge>;
  if (risk && row.flags > 0)
    return (
      <Badge tone="warn">
        {row.flags} {row.flags === 1 ? 'flag' : 'flags'}
      </Badge>
    );
  return row.clean ? <Badge tone="ok">Clean</Badge> : null;
}

/** The columns of a pile's claims; where claims are decided together each row can be ticked. */
export function pileTable({ slug, currency, now, risk, ticked }: PileTable): TableSpec<PileClaimRow> {
  const to = paths.staff(slug);
  const sign = currencySign(currency);
  return {
    rowId: (row) => `r-${row.number}`,
    columns: [
      {
        label: 'Claim',
        cell: (row) => (
          <span class="tick">
            {ticked === null ? null : (
              <input
                type="checkbox"
                name="claims"
                value={row.number}
                checked={ticked.has(row.number)}
                disabled={!canBeDecided.includes(row.state)}
                aria-label={`Tick ${row.number}`}
              />
            )}
            <a href={to.claim(row.number)}>{row.number}</a>
          </span>
        ),
      },
      { label: 'Enrollee', strong: true, cell: (row) => <bdi>{row.enrolleeName}</bdi> },
      { label: `Billed, ${sign}`, numeric: true, cell: (row) => formatMoney(row.claimed, currency) },
      {
        label: `Recommended, ${sign}`,
        numeric: true,
        phone: 'hidden',
        cell: (row) => (row.recommended === null ? '–' : formatMoney(row.recommended, currency)),
      },
      { label: 'Marks', cell: (row) => <Marks row={row} risk={risk} /> },
      ...(risk
        ? [
            {
              label: 'Risk',
              numeric: true,
              phone: 'hidden' as const,
              cell: (row: PileClaimRow) => row.risk || '–',
            },
          ]
        : []),
      {
        label: 'Due',
        phone: 'right',
        cell: (row) => <DueText dueAt={row.dueAt} now={now} state={row.state} />,
      },
      {
        label: 'Status',
        phone: 'right',
        cell: (row) => <StateCell state={row.state} outcome={row.outcome} holder={row.holder} />,
      },
    ],
  };
}

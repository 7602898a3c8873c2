import { formatMoney } from '../../../schema/domain/money.ts';
import type { Batch, BatchItem, BatchResult } from '../../../schema/domain/piles/batch.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import type { TableSpec } from '../../ui/table.tsx';

/** A claim of a batch with whose it is and what became of it. */
export interface BatchRow extends BatchItem {
  enrolleeName: string;
  result: BatchResult | null;
}

function Became({ result, verb }: { result: BatchResult | null; verb: string | undefined }) {
  if (result === null) return <span class="mute">not yet</span>;
  if (result.became === 'decided')
    return (
      <Badge tone={verb === 'reject' ? 'danger' : 'ok'}>{verb === 'reject' ? 'Rejected' : 'Approved'}</Badge>
    );
  if (result.became !== 'skipped') return <Badge tone="info">Proposed</Badge>;
  return (
    <>
      <Badge tone="warn">Skipped</Badge> <span class="small wrap">{result.why}</span>
    </>
  );
}

function Recommendation({ item, risk }: { item: BatchItem; risk: boolean }) {
  const { claimed, recommended, clean, flags } = item;
  if (risk && flags > 0)
    return (
      <Badge tone="warn">
        {flags} {flags === 1 ? 'flag' : 'flags'}
      </Badge>
    );
  if (clean) return <Badge tone="ok">Clean</Badge>;
  if (recommended === 0) return <Badge tone="danger">Nothing payable</Badge>;
  return <Badge tone="neutral">{recommended < claimed ? 'In part' : 'Noted'}</Badge>;
}

/** The columns of a batch: before it is decided what is recommended, afterwards what became of each. */
export function batchTable({
  slug,
  currency,
  batch,
  risk,
}: {
  slug: string;
  currency: string;
  batch: Batch;
  /** whether the person may see risk */
  risk: boolean;
}): TableSpec<BatchRow> {
  const to = paths.staff(slug);
  const sign = currencySign(currency);
  return {
    rowId: (row) => `r-${row.number}`,
    columns: [
      { label: 'Claim', cell: (row) => <a href={to.claim(row.number)}>{row.number}</a> },
      { label: 'Enrollee', strong: true, cell: (row) => <bdi>{row.enrolleeName}</bdi> },
      { label: `Billed, ${sign}`, numeric: true, cell: (row) => formatMoney(row.claimed, currency) },
      { label: `Recommended, ${sign}`, numeric: true, cell: (row) => formatMoney(row.recommended, currency) },
      batch.state === 'PREPARED'
        ? { label: 'Judged', phone: 'right', cell: (row) => <Recommendation item={row} risk={risk} /> }
        : {
            label: 'Became',
            phone: 'right',
            cell: (row) => <Became result={row.result} verb={batch.decision?.verb} />,
          },
    ],
  };
}

import type { Judgement, LineJudgement } from '../../schema/domain/adjudication/judgement.ts';
import { sentenceOf } from '../../schema/domain/adjudication/sentence-of.ts';
import { formatMoney, type Minor, parseMoney } from '../../schema/domain/money.ts';
import type { DraftBody } from '../../schema/forms/draft.ts';
import { Card } from '../ui/card.tsx';
import { formatDate } from '../ui/date-text.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { draftTotal, isBlank, lineAmount } from './draft-total.ts';
import type { DraftView } from './draft-view.ts';

/** A line that is to be sent, with what would be said of it. */
type Row = DraftBody['lines'][number] & {
  number: number;
  amount: Minor | null;
  judged: LineJudgement | undefined;
};
type ReviewLinesProps = { view: DraftView; judgement: Judgement | null };

function rowsOf({ view, judgement }: ReviewLinesProps): Row[] {
  const sent = view.body.lines.flatMap((line, index) =>
    isBlank(line) ? [] : [{ ...line, number: index + 1, amount: lineAmount(line) }],
  );
  return sent.map((line, nth) => ({ ...line, judged: judgement?.lines[nth] }));
}

function sharesOf({ judgement }: ReviewLinesProps, money: (minor: Minor | null) => string): Column<Row>[] {
  if (judgement === null) return [];
  return [
    {
      label: 'Insurer pays',
      numeric: true,
      cell: ({ judged }) => money(judged?.approved ?? null),
      foot: money(judgement.approved),
    },
    {
      label: 'Patient pays',
      numeric: true,
      cell: ({ judged }) => money(judged?.enrolleeShare ?? null),
      foot: money(judgement.enrolleeShare),
    },
  ];
}

/** Why a line would not be paid in full, under it. */
function under({ judged }: Row, currency: string) {
  const findings = judged?.findings ?? [];
  if (findings.length === 0) return null;
  return findings.map((finding) => (
    <p class={finding.effect === 'refuse' ? 'small late' : 'small mute'}>{sentenceOf(finding, currency)}</p>
  ));
}

/** The lines as they will be sent, who would pay what of each, and why. */
export function ReviewLines(props: ReviewLinesProps) {
  const { body, tenant, meanings } = props.view;
  const currency = tenant?.currency ?? 'NGN';
  const money = (minor: Minor | null) => (minor === null ? '' : formatMoney(minor, currency));
  const columns: Column<Row>[] = [
    {
      label: 'Service',
      cell: (row) => (
        <>
          {row.number}. <bdi>{meanings[row.service] ?? row.service}</bdi>
          <small>
            {row.service}
            {row.authorization?.trim() ? ` · under ${row.authorization.trim().toUpperCase()}` : ''}
          </small>
        </>
      ),
      foot: 'Total',
    },
    { label: 'Date', cell: (row) => formatDate(row.serviceDate || body.startedAt.slice(0, 10)) },
    { label: 'Qty', numeric: true, cell: (row) => row.quantity },
    {
      label: 'Unit price',
      numeric: true,
      cell: (row) => money(parseMoney(row.unitPrice)) || row.unitPrice,
    },
    { label: 'Amount', numeric: true, cell: (row) => money(row.amount), foot: money(draftTotal(body.lines)) },
    ...sharesOf(props, money),
  ];
  return (
    <Card title="Lines" kind="flush">
      <Table
        label="Lines of the claim"
        rows={rowsOf(props)}
        loose
        spec={{ phone: 'labels', columns, under: (row) => under(row, currency) }}
      />
    </Card>
  );
}

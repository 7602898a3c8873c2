import { sentenceOf } from '../../schema/domain/adjudication/sentence-of.ts';
import type { ClaimLine } from '../../schema/domain/claims/claim.ts';
import { formatMoney, sum } from '../../schema/domain/money.ts';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { currencySign } from './currency-sign.ts';
import { ReasonList, type ReasonNames } from './reason-list.tsx';

type LinesCardProps = {
  lines: readonly ClaimLine[];
  currency: string;
  claimed: number;
  approved: number | null;
  reasonNames: ReasonNames;
  /** The encounter's first day: a line's own date is shown where it differs. */
  serviceDate: string;
};

const money = (minor: number | null, currency: string) =>
  minor === null ? '' : formatMoney(minor, currency);

function decidedColumns({
  lines,
  currency,
  approved,
  reasonNames,
}: LinesCardProps): readonly Column<ClaimLine>[] {
  if (approved === null) return [];
  return [
    {
      label: `Approved, ${currencySign(currency)}`,
      numeric: true,
      cell: (line) => (
        <>
          {money(line.approved, currency)}
          {line.approvedQuantity === null || line.approvedQuantity === line.quantity ? null : (
            <small>{line.approvedQuantity} approved</small>
          )}
        </>
      ),
      foot: money(approved, currency),
    },
    ...(lines.every((line) => line.enrolleeShare === null)
      ? []
      : [
          {
            label: 'Patient pays',
            numeric: true,
            cell: (line: ClaimLine) => money(line.enrolleeShare, currency),
            foot: money(sum(lines.map((line) => line.enrolleeShare ?? 0)), currency),
          },
        ]),
    ...(lines.every((line) => line.reasons.length === 0)
      ? []
      : [
          {
            label: 'Reason',
            cell: (line: ClaimLine) => <ReasonList reasons={line.reasons} names={reasonNames} />,
          },
        ]),
  ];
}

/** Why a line was not approved in full, as far as the rules spoke of it; nothing while nobody has decided. */
function under(line: ClaimLine, { approved, currency }: LinesCardProps) {
  const findings = (line.judged?.findings ?? []).filter(({ effect }) => effect !== 'note');
  if (approved === null || line.approved === line.claimed || findings.length === 0) return null;
  return findings.map((finding) => <p class="small mute">{sentenceOf(finding, currency)}</p>);
}

/** What was billed, service by service, and what of it was approved and why. */
export function LinesCard(props: LinesCardProps) {
  const { lines, currency, claimed, serviceDate } = props;
  const columns: Column<ClaimLine>[] = [
    {
      label: 'Service',
      cell: (line) => (
        <>
          <bdi>{line.name}</bdi>
          <small>
            {line.service}
            {line.serviceDate === serviceDate ? null : (
              <>
                {' · '}
                <DayText date={line.serviceDate} year={false} />
              </>
            )}
            {line.authorization === null ? null : ` · under ${line.authorization}`}
          </small>
        </>
      ),
      foot: 'Total',
    },
    { label: 'Qty', numeric: true, cell: (line) => line.quantity },
    {
      label: `Billed, ${currencySign(currency)}`,
      numeric: true,
      cell: (line) => money(line.claimed, currency),
      foot: money(claimed, currency),
    },
    ...decidedColumns(props),
  ];
  const title = lines.length === 1 ? 'One line' : `${lines.length} lines`;
  return (
    <Card title={title} kind="flush">
      <Table
        spec={{ columns, phone: 'labels', under: (line) => under(line, props) }}
        rows={lines}
        label="Claim lines"
        loose
      />
    </Card>
  );
}

import type { Judgement, LineJudgement } from '../../schema/domain/adjudication/judgement.ts';
import type { Claim, ClaimLine } from '../../schema/domain/claims/claim.ts';
import { formatMoney, type Minor, sum } from '../../schema/domain/money.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { LineWhy } from '../claims/line-why.tsx';
import { ReasonList, type ReasonNames } from '../claims/reason-list.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { type LineDecisionProps, lineDecisionColumns, OverrideField } from './line-decision.tsx';

/** Recommendations by line number. */
export type JudgedLines = ReadonlyMap<number, LineJudgement>;

type AdjudicationCardProps = {
  claim: Pick<Claim, 'lines' | 'claimed' | 'approved' | 'currency' | 'serviceDate'>;
  judged: JudgedLines;
  reasonNames: ReasonNames;
  /** null: nobody decides here now */
  decide: LineDecisionProps | null;
};

/** Up to so many lines say at once why they are not paid in full; more of them open one by one. */
const open_max = 12;

const marks = {
  PASS: <Badge tone="ok">Pays in full</Badge>,
  REDUCE: <Badge tone="warn">In part</Badge>,
  REFUSE: <Badge tone="danger">Refused</Badge>,
};

/** A line that pays all but what the plan has the enrollee bear is not cut: it says so. */
function markOf({ verdict, approved, deductible, coPay }: LineJudgement, { claimed }: ClaimLine) {
  const borne = deductible + coPay;
  if (verdict !== 'REDUCE' || borne === 0 || approved + borne !== claimed) return marks[verdict];
  const less = deductible === 0 ? 'Less co-pay' : coPay === 0 ? 'Less deductible' : 'Less own part';
  return <Badge tone="ok">{less}</Badge>;
}

/** The recommendations that a claim's lines carry, or those of a judgement made now. */
export function judgedLines(claim: Pick<Claim, 'lines'>, judgement: Judgement | null): JudgedLines {
  if (judgement !== null) return new Map(judgement.lines.map((line) => [line.line, line]));
  return new Map(claim.lines.flatMap(({ line, judged }) => (judged ? [[line, judged] as const] : [])));
}

function ServiceCell({ line, props }: { line: ClaimLine; props: AdjudicationCardProps }) {
  const { claim, judged } = props;
  const found = judged.get(line.line);
  return (
    <>
      <bdi>{line.name}</bdi>
      <small>
        {line.service}
        {line.serviceDate === claim.serviceDate ? null : (
          <>
            {' · '}
            <DayText date={line.serviceDate} year={false} />
          </>
        )}
        {found?.benefitName ? ` · ${found.benefitName}` : ''}
      </small>
    </>
  );
}

/** Why it is not paid in full, and why more was paid, over the whole width. */
function under(line: ClaimLine, { claim, judged, reasonNames, decide }: AdjudicationCardProps) {
  const found = judged.get(line.line);
  const why = found !== undefined && found.findings.length > 0;
  if (!why && !line.override && decide === null) return null;
  return (
    <>
      {why ? (
        <LineWhy
          judged={found}
          names={reasonNames}
          currency={claim.currency}
          open={claim.lines.length <= open_max}
        />
      ) : null}
      {line.override ? (
        <p class="small">
          <b>Override:</b> <bdi>{line.override}</bdi>
        </p>
      ) : null}
      {decide === null ? null : <OverrideField {...decide} line={line} />}
    </>
  );
}

type Write = (minor: Minor) => string;

/** Who bears what is not paid: as decided, or while nobody has, as recommended. */
const sharesOf = (line: ClaimLine, found: LineJudgement) => ({
  enrollee: line.enrolleeShare ?? found.enrolleeShare,
  facility: line.facilityShare ?? found.facilityShare,
});

function judgedColumns({ claim, judged }: AdjudicationCardProps, money: Write): Column<ClaimLine>[] {
  if (judged.size === 0) return [];
  const all = [...judged.values()];
  const shared = claim.lines.flatMap((line) => {
    const found = judged.get(line.line);
    return found === undefined ? [] : [sharesOf(line, found)];
  });
  const [byEnrollee, byFacility] = [
    sum(shared.map((each) => each.enrollee)),
    sum(shared.map((each) => each.facility)),
  ];
  return [
    {
      label: 'Recommended',
      numeric: true,
      cell: (line) => {
        const found = judged.get(line.line);
        if (found === undefined) return '';
        return (
          <>
            <b>{money(found.approved)}</b>
            {found.approvedQuantity === line.quantity ? null : (
              <small>
                {found.approvedQuantity} of {line.quantity}
              </small>
            )}
            <small>{markOf(found, line)}</small>
          </>
        );
      },
      foot: money(sum(all.map((line) => line.approved))),
    },
    {
      label: byFacility > 0 ? 'Enrollee, facility' : 'Enrollee',
      numeric: true,
      cell: (line) => {
        const found = judged.get(line.line);
        if (found === undefined) return '';
        const shares = sharesOf(line, found);
        return (
          <>
            {money(shares.enrollee)}
            {shares.facility === 0 ? null : <small>facility {money(shares.facility)}</small>}
          </>
        );
      },
      foot: (
        <>
          {money(byEnrollee)}
          {byFacility > 0 ? <small>facility {money(byFacility)}</small> : null}
        </>
      ),
    },
  ];
}

function decidedColumns({ claim, reasonNames }: AdjudicationCardProps, money: Write): Column<ClaimLine>[] {
  if (claim.approved === null) return [];
  return [
    {
      label: 'Approved',
      numeric: true,
      cell: (line) => (
        <>
          {line.approved === null ? '' : <b>{money(line.approved)}</b>}
          {line.approvedQuantity === null || line.approvedQuantity === line.quantity ? null : (
            <small>
              {line.approvedQuantity} of {line.quantity}
            </small>
          )}
          {line.override ? (
            <small>
              <Badge tone="info">Override</Badge>
            </small>
          ) : null}
        </>
      ),
      foot: money(claim.approved),
    },
    ...(claim.lines.every((line) => line.reasons.length === 0)
      ? []
      : [
          {
            label: 'Reason given',
            cell: (line: ClaimLine) => <ReasonList reasons={line.reasons} names={reasonNames} />,
          },
        ]),
  ];
}

/** Line by line: what was billed, what is recommended and why, who bears the rest, and what is or was decided. */
export function AdjudicationCard(props: AdjudicationCardProps) {
  const { claim, decide } = props;
  const money: Write = (minor) => formatMoney(minor, claim.currency);
  const columns: Column<ClaimLine>[] = [
    {
      label: 'Service',
      cell: (line) => <ServiceCell line={line} props={props} />,
      foot: 'Total',
    },
    {
      label: `Billed, ${currencySign(claim.currency)}`,
      numeric: true,
      cell: (line) => (
        <>
          {money(line.claimed)}
          {line.quantity === 1 ? null : (
            <small>
              {line.quantity} × {money(line.unitPrice)}
            </small>
          )}
        </>
      ),
      foot: money(claim.claimed),
    },
    ...judgedColumns(props, money),
    ...(decide === null ? decidedColumns(props, money) : lineDecisionColumns(decide)),
  ];
  const title = claim.lines.length === 1 ? 'One line' : `${claim.lines.length} lines`;
  return (
    <Card title={title} kind="flush">
      <div data-lines={decide === null ? undefined : true}>
        <Table
          spec={{ columns, phone: 'labels', under: (line) => under(line, props) }}
          rows={claim.lines}
          label="Claim lines"
          loose
        />
      </div>
    </Card>
  );
}

import type { VNode } from 'preact';
import type { LineJudgement } from '../../schema/domain/adjudication/judgement.ts';
import { sentenceOf } from '../../schema/domain/adjudication/sentence-of.ts';
import type { Authorization, AuthorizationLine } from '../../schema/domain/authorizations/authorization.ts';
import { formatMoney, type Minor, sum } from '../../schema/domain/money.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { LineWhy } from '../claims/line-why.tsx';
import { ReasonList, type ReasonNames } from '../claims/reason-list.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, Table } from '../ui/table.tsx';

/** A line with what of it a decision could grant: `claimed` is what was asked for, as the decision's fields know it. */
export type AskedLine = AuthorizationLine & { claimed: Minor };

type LinesCardProps = {
  authorization: Pick<Authorization, 'lines' | 'requested' | 'approved' | 'currency'>;
  /** what the engine says of each line, by number */
  judged: ReadonlyMap<number, LineJudgement>;
  reasonNames: ReasonNames;
  /** whether rules are told with their codes, as the tenant's people read them */
  coded: boolean;
  /** columns of the decision that is made here, and what stands under a line for it; null: nobody decides here now */
  decide: { columns: readonly Column<AskedLine>[]; under: (line: AskedLine) => VNode } | null;
};

type Write = (minor: Minor) => string;

const marks = {
  PASS: <Badge tone="ok">Pays in full</Badge>,
  REDUCE: <Badge tone="warn">In part</Badge>,
  REFUSE: <Badge tone="danger">Refused</Badge>,
};

const askedLines = (lines: readonly AuthorizationLine[]): AskedLine[] =>
  lines.map((line) => ({ ...line, claimed: line.requested }));

function recommended({ judged }: LinesCardProps, money: Write): Column<AskedLine> {
  return {
    label: 'Recommended',
    numeric: true,
    cell: ({ line, quantity }) => {
      const found = judged.get(line);
      if (found === undefined) return '';
      return (
        <>
          <b>{money(found.approved)}</b>
          {found.approvedQuantity === quantity ? null : (
            <small>
              {found.approvedQuantity} of {quantity}
            </small>
          )}
          <small>{marks[found.verdict]}</small>
        </>
      );
    },
    foot: money(sum([...judged.values()].map(({ approved }) => approved))),
  };
}

/** What was granted, and what claims have not drawn of it yet. */
function granted({ authorization, reasonNames }: LinesCardProps, money: Write): Column<AskedLine>[] {
  const { lines, approved } = authorization;
  const left = sum(lines.map((line) => (line.approved ?? 0) - line.used));
  const given = lines.some(({ reasons }) => reasons.length > 0);
  return [
    {
      label: 'Granted',
      numeric: true,
      cell: (line) => (
        <>
          <b>{line.approved === null ? '' : money(line.approved)}</b>
          {line.approvedQuantity === null ? null : (
            <small>
              {line.approvedQuantity} of {line.quantity}
            </small>
          )}
        </>
      ),
      foot: money(approved ?? 0),
    },
    {
      label: 'Left',
      numeric: true,
      cell: (line) => (
        <>
          {money((line.approved ?? 0) - line.used)}
          <small>{(line.approvedQuantity ?? 0) - line.usedQuantity} to use</small>
        </>
      ),
      foot: money(left),
    },
    ...(given
      ? [
          {
            label: 'Reason',
            cell: ({ reasons }: AskedLine) => (
              <span>
                <ReasonList reasons={reasons} names={reasonNames} />
              </span>
            ),
          },
        ]
      : []),
  ];
}

/** Why a line is not granted in full, over the whole width, and what decides it. */
function under(line: AskedLine, props: LinesCardProps) {
  const { authorization, judged, reasonNames, coded, decide } = props;
  const found = judged.get(line.line);
  const findings = found?.findings ?? [];
  if (findings.length === 0 && line.override === null && decide === null) return null;
  const { currency } = authorization;
  return (
    <>
      {found === undefined || findings.length === 0 ? null : coded ? (
        <LineWhy judged={found} names={reasonNames} currency={currency} open />
      ) : (
        findings.map((finding) => <p class="small mute">{sentenceOf(finding, currency)}</p>)
      )}
      {line.override === null || !coded ? null : (
        <p class="small">
          <b>Override:</b> <bdi>{line.override}</bdi>
        </p>
      )}
      {decide === null ? null : decide.under(line)}
    </>
  );
}

/** Service by service: what is asked, what is recommended and why, what was granted, and what is left of it. */
export function RequestLinesCard(props: LinesCardProps) {
  const { authorization, judged, decide } = props;
  const { lines, requested, approved, currency } = authorization;
  const money: Write = (minor) => formatMoney(minor, currency);
  const columns: Column<AskedLine>[] = [
    {
      label: 'Service',
      cell: ({ line, name, service }) => (
        <>
          <bdi>{name}</bdi>
          <small>
            {service}
            {judged.get(line)?.benefitName ? ` · ${judged.get(line)?.benefitName}` : ''}
          </small>
        </>
      ),
      foot: 'Total',
    },
    {
      label: `Asked, ${currencySign(currency)}`,
      numeric: true,
      cell: (line) => (
        <>
          {money(line.requested)}
          <small>
            {line.quantity} × {money(line.unitPrice)}
          </small>
          {decide === null || line.approved === null ? null : (
            <small>
              granted {line.approvedQuantity} for {money(line.approved)}
            </small>
          )}
        </>
      ),
      foot: money(requested),
    },
    ...(judged.size > 0 && (approved === null || decide !== null) ? [recommended(props, money)] : []),
    ...(approved === null || decide !== null ? [] : granted(props, money)),
    ...(decide?.columns ?? []),
  ];
  return (
    <Card title={lines.length === 1 ? 'One service' : `${lines.length} services`} kind="flush">
      <div data-lines={decide === null ? undefined : true}>
        <Table
          spec={{ columns, phone: 'labels', under: (line) => under(line, props) }}
          rows={askedLines(lines)}
          label="Services asked for"
          loose
        />
      </div>
    </Card>
  );
}

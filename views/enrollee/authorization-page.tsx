import type { Authorization, AuthorizationLine } from '../../schema/domain/authorizations/authorization.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import {
  isUsable,
  MyAuthorizationBadge,
  requestSentence,
  WhatWasAsked,
  WhenAsked,
} from './authorization-words.tsx';
import { reasonSentence } from './claim-words.tsx';

type AuthorizationPageProps = {
  /** nothing else of it reaches this page */
  request: Pick<
    Authorization,
    | 'number'
    | 'state'
    | 'facilityName'
    | 'serviceDate'
    | 'urgency'
    | 'currency'
    | 'lines'
    | 'reasons'
    | 'code'
    | 'validFrom'
    | 'validTo'
    | 'approved'
    | 'moved'
  >;
  /** the insurer's own words for its codes */
  names: Readonly<Record<string, string>>;
  /** whose it is, where it is not one's own */
  whose: string | null;
  /** whether somebody who may look at it was asked about the visit */
  isAsked: boolean;
};

type LineProps = AuthorizationPageProps & { line: AuthorizationLine };

/** What of a line was granted, and what of that is left while the code can be used. */
function Granted({ line, request: { state, currency } }: LineProps) {
  const { quantity, approvedQuantity, approved, usedQuantity, used } = line;
  const granted = Number(approvedQuantity);
  const money = (minor: number) => formatMoney(minor, currency, { symbol: true });
  if (granted === 0) return <p>Not approved.</p>;
  const left = Math.max(0, granted - usedQuantity);
  return (
    <dl class="shares">
      <dt>Asked for</dt>
      <dd>{quantity}</dd>
      <dt>Approved</dt>
      <dd>{granted}</dd>
      <dt>Your plan pays up to</dt>
      <dd>{money(Number(approved))}</dd>
      {isUsable(state) ? (
        <>
          <dt>Left to use</dt>
          <dd>
            <b>
              {left} · {money(Math.max(0, Number(approved) - used))}
            </b>
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function Line(props: LineProps) {
  const { line, names, request } = props;
  const isOpen = request.state === 'REQUESTED' || request.state === 'QUERIED';
  const isDecided = line.approvedQuantity !== null;
  // Why all of it was refused stands above, once.
  const says = isDecided && request.state !== 'REJECTED' && line.reasons.length > 0;
  return (
    <li class="benefit">
      <h3>
        <bdi>{line.name}</bdi>
        {line.quantity === 1 ? null : <span class="mute"> × {line.quantity}</span>}
      </h3>
      {isDecided ? <Granted {...props} /> : <p>{isOpen ? 'Asked for. Not decided yet.' : 'Asked for.'}</p>}
      {says ? (
        <ul class="why-list">
          {line.reasons.map((reason) => (
            <li>{reasonSentence(reason, names)}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** The code, and on which days it can be used. */
function Code({ request }: AuthorizationPageProps) {
  const { state, code, validFrom, validTo, approved, currency, lines } = request;
  if (code === null) return null;
  return (
    <Facts
      facts={[
        ['Code', <b>{code}</b>],
        validFrom && isUsable(state) ? ['Can be used from', <DayText date={validFrom} />] : null,
        validTo ? [isUsable(state) ? 'Until' : 'Was valid until', <DayText date={validTo} />] : null,
        // Of a single service the same stands below.
        lines.length > 1
          ? ['Your plan pays up to', formatMoney(approved ?? 0, currency, { symbol: true })]
          : null,
      ]}
    />
  );
}

/** That the plan is another since, and what that one pays. */
function Moved({ request: { moved, currency } }: AuthorizationPageProps) {
  if (moved === null) return null;
  const money = (minor: number) => formatMoney(minor, currency, { symbol: true });
  const pays =
    moved.before === moved.after
      ? 'It still pays the same.'
      : `It pays up to ${money(moved.after)} instead of ${money(moved.before)}.`;
  return (
    <p>
      The plan changed on <DayText date={moved.on} />, and this was judged again by the new one. {pays}
      {moved.lowered ? ' Visits before that day are paid as they were approved.' : ''}
    </p>
  );
}

/** A request as the person it is about reads it: what was asked for, what was approved of it, the code and what is left. */
export function MyAuthorizationPage(props: AuthorizationPageProps) {
  const { request, names, whose, isAsked } = props;
  const { number, state, facilityName, lines, reasons } = request;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Authorizations', href: paths.me.authorizations() }]}
        title={<WhatWasAsked service={lines[0]?.name ?? ''} services={lines.length} />}
        badge={<MyAuthorizationBadge state={state} />}
        lead={
          <>
            <bdi>{facilityName}</bdi>
            {' · '}
            <WhenAsked {...request} />
            {whose === null ? null : (
              <>
                {' · '}
                <bdi>{whose}</bdi>
              </>
            )}{' '}
            · {number}
          </>
        }
      />
      <Card title="Where it stands" kind="lead">
        <p>{requestSentence(state)}</p>
        <Code {...props} />
        <Moved {...props} />
        {reasons.map((reason) => (
          <p>{reasonSentence(reason, names)}</p>
        ))}
      </Card>
      <Card title={lines.length === 1 ? 'The service' : `The ${lines.length} services`}>
        <ul class="benefits">
          {lines.map((line) => (
            <Line {...props} line={line} />
          ))}
        </ul>
      </Card>
      {isAsked ? (
        <Notice>
          We asked if this visit is yours. <a href={paths.alerts.one(number)}>See the question</a>
        </Notice>
      ) : null}
    </>
  );
}

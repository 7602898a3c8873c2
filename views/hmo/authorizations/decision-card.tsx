import type { ComponentChildren } from 'preact';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { ReasonList, type ReasonNames } from '../../claims/reason-list.tsx';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestDecisionForm, type RequestDecisionProps } from './decision-form.tsx';

/** What this person can decide about a request now. */
export type RequestDesk =
  /** nothing: why not, in words; null: nothing is to be decided */
  | { kind: 'look'; why: string | null }
  | { kind: 'decide'; form: RequestDecisionProps; news: readonly string[] };

type RequestDecisionCardProps = {
  authorization: Authorization;
  desk: RequestDesk;
  zone: string;
  reasonNames: ReasonNames;
  /** what else can be done with what was granted */
  children?: ComponentChildren;
};

function Decided({ authorization, zone, reasonNames }: RequestDecisionCardProps) {
  const { requested, approved, decidedAt, reasons, rule, currency, history } = authorization;
  if (decidedAt === null) return null;
  const by = history.findLast(({ at }) => at === decidedAt)?.by ?? '';
  const money = (minor: number) => formatMoney(minor, currency, { symbol: true });
  return (
    <Facts
      facts={[
        ['Asked', money(requested)],
        approved === null ? null : ['Granted', <b>{money(approved)}</b>],
        ['Decided', <MomentText at={decidedAt} timeZone={zone} year />],
        rule === null ? ['By', <bdi>{by}</bdi>] : ['By rule', <bdi>{rule}</bdi>],
        reasons.length === 0 ? null : ['Reasons', <ReasonList reasons={reasons} names={reasonNames} />],
      ]}
    />
  );
}

/** Where a request is decided, or what was decided about it; who may not is told why. */
export function RequestDecisionCard(props: RequestDecisionCardProps) {
  const { desk, children } = props;
  const title = desk.kind === 'decide' && desk.form.isAppeal ? 'Decide the appeal' : 'Decision';
  return (
    <Card title={title} id="decision-card" kind={desk.kind === 'decide' ? 'lead' : undefined}>
      <Decided {...props} />
      {desk.kind === 'look' ? (
        desk.why === null ? null : (
          <p class="mute">{desk.why}</p>
        )
      ) : (
        <>
          {desk.news.length === 0 ? null : (
            <Notice tone="warn" title="The recommendation has changed meanwhile.">
              <ul>
                {desk.news.map((each) => (
                  <li>{each}</li>
                ))}
              </ul>
              Lines that you had left as recommended now follow it; what you typed stands.
            </Notice>
          )}
          <RequestDecisionForm {...desk.form} />
        </>
      )}
      {children}
    </Card>
  );
}

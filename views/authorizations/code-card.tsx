import type { ComponentChildren } from 'preact';
import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import { formatMoney, sum } from '../../schema/domain/money.ts';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';

type CodeCardProps = {
  authorization: Authorization;
  /** said to the tenant's people only: whether a rule answered, they know from the history */
  lead?: boolean;
  children?: ComponentChildren;
};

/** Under a code that was granted: which days it can be used on, and what of it is left. */
function Terms({ authorization }: CodeCardProps) {
  const { validFrom, validTo, lines, approved, currency, rule, admission, moved } = authorization;
  const used = sum(lines.map((line) => line.used));
  const money = (minor: number) => formatMoney(minor, currency, { symbol: true });
  return (
    <Facts
      facts={[
        validFrom === null || validTo === null
          ? null
          : [
              'Can be used',
              <>
                <DayText date={validFrom} /> to <DayText date={validTo} />
              </>,
            ],
        approved === null ? null : ['Granted', <b>{money(approved)}</b>],
        moved === null
          ? null
          : [
              'Judged again',
              <>
                {moved.from} → {moved.to} on <DayText date={moved.on} />
                {moved.before === moved.after ? null : `; ${money(moved.before)} before`}
              </>,
            ],
        approved === null || used === 0 ? null : ['Left', money(approved - used)],
        admission === null || admission.days === null ? null : ['Days granted', admission.days],
        admission === null || admission.dischargedOn === null
          ? null
          : ['Discharged', <DayText date={admission.dischargedOn} />],
        rule === null ? null : ['Granted by rule', <bdi>{rule}</bdi>],
      ]}
    />
  );
}

/** The auth code, large enough to read aloud and selected whole; or, where nobody answered in time, the reference that stands for one. */
export function CodeCard(props: CodeCardProps) {
  const { authorization, lead = false, children } = props;
  const { code, breach } = authorization;
  const reference = breach?.reference ?? null;
  if (code === null && reference === null) return null;
  return (
    <Card title={code === null ? 'You may proceed' : 'Auth code'} kind={lead ? 'lead' : undefined} id="code">
      <code class="code">{code ?? reference}</code>
      {code === null ? (
        <p>No answer came in time. A claim names this reference in place of a code.</p>
      ) : (
        <Terms {...props} />
      )}
      {children}
    </Card>
  );
}

import type { EligibleBenefit } from '../../schema/domain/adjudication/eligibility.ts';
import type { BenefitBalance } from '../../schema/domain/adjudication/judgement.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { neededWords, payWords } from '../claims/eligible-words.ts';
import { DayText } from '../ui/date-text.tsx';
import { ShareBar } from '../ui/share-bar.tsx';

type Money = (minor: number) => string;

const moneyIn =
  (currency: string): Money =>
  (minor) =>
    formatMoney(minor, currency, { symbol: true });

/** What is left in words, and beside it as a bar: used, then reserved. */
function MoneyUse({ balance, money }: { balance: BenefitBalance; money: Money }) {
  const { limit, leftBefore, usedBefore, reserved, name, sharedBy } = balance;
  const whose = sharedBy === 'family' ? ' for your family' : '';
  if (limit === null)
    return (
      <p>
        No limit in money{whose}. {usedBefore === 0 ? 'Nothing used yet.' : <>{money(usedBefore)} used.</>}
      </p>
    );
  const held = reserved === 0 ? '' : `, ${money(reserved)} reserved`;
  return (
    <>
      <p>
        <b class={leftBefore === 0 ? 'soon' : undefined}>{money(leftBefore ?? 0)} left</b> of {money(limit)}
        {whose}
      </p>
      <ShareBar
        label={`${name}: ${money(usedBefore)} used${held} of ${money(limit)}`}
        whole={limit}
        parts={[
          { size: usedBefore, look: 'first' },
          { size: reserved, look: 'third' },
        ]}
      />
      <p class="hint">
        {usedBefore === 0 && reserved === 0 ? 'Nothing used yet' : `${money(usedBefore)} used${held}`}
      </p>
    </>
  );
}

function CountUse({ count }: { count: NonNullable<BenefitBalance['count']> }) {
  const left = Math.max(0, count.most - count.before);
  return (
    <p>
      <b class={left === 0 ? 'soon' : undefined}>
        {left} of {count.most} {count.of}
      </b>{' '}
      left this plan year
    </p>
  );
}

/** A ceiling, or how one benefit stands: what is left in money and in number. */
export function BalanceUse({ balance, currency }: { balance: BenefitBalance; currency: string }) {
  return (
    <>
      {balance.limit === null && balance.count !== null ? null : (
        <MoneyUse balance={balance} money={moneyIn(currency)} />
      )}
      {balance.count === null ? null : <CountUse count={balance.count} />}
    </>
  );
}

/** One benefit in plain words: what is left, what they pay themselves, what has to be there first. */
export function BenefitUse({ benefit, currency }: { benefit: EligibleBenefit; currency: string }) {
  const { name, balance, not } = benefit;
  const pays = payWords(benefit, currency);
  const needed = neededWords(benefit, currency);
  return (
    <li class="benefit">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {not === null ? null : (
        <p class="soon">
          {not.words}
          {not.from === null ? null : (
            <>
              {' From '}
              <DayText date={not.from} />.
            </>
          )}
        </p>
      )}
      {balance === null ? <p>No limit.</p> : <BalanceUse balance={balance} currency={currency} />}
      <p class="hint">
        You pay {pays}.{needed === '' ? '' : ` Ask first: it needs ${needed}.`}
      </p>
    </li>
  );
}

/** Whether anything of a benefit is used or reserved. */
export const isUsed = ({ balance }: Pick<EligibleBenefit, 'balance'>): boolean =>
  balance !== null &&
  (balance.usedBefore > 0 || balance.reserved > 0 || (balance.count !== null && balance.count.before > 0));

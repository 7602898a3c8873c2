import type { Claim } from '../../schema/domain/claims/claim.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { paths } from '../paths.ts';
import { DayText } from '../ui/date-text.tsx';
import { MyClaimBadge } from './claim-words.tsx';

/** What a list says of a claim. */
export type MyClaimRow = Pick<
  Claim,
  | 'number'
  | 'state'
  | 'outcome'
  | 'facilityName'
  | 'serviceDate'
  | 'claimed'
  | 'approved'
  | 'currency'
  | 'memberId'
>;

type ClaimListProps = {
  claims: readonly MyClaimRow[];
  /** the first names of those whose claims they are, by member id; empty: only one's own */
  whose: Readonly<Record<string, string>>;
};

/** Claims to tap on: where, when, how much, and how it stands. */
export function ClaimList({ claims, whose }: ClaimListProps) {
  return (
    <ul class="taps">
      {claims.map(
        ({ number, state, outcome, facilityName, serviceDate, claimed, approved, currency, memberId }) => (
          <li>
            <a href={paths.me.claim(number)}>
              <span>
                <b>
                  <bdi>{facilityName}</bdi>
                </b>
                <span class="mute">
                  <DayText date={serviceDate} />
                  {whose[memberId] === undefined ? null : (
                    <>
                      {' · '}
                      <bdi>{whose[memberId]}</bdi>
                    </>
                  )}
                </span>
              </span>
              <span>
                <b>{formatMoney(approved ?? claimed, currency, { symbol: true })}</b>
                <MyClaimBadge state={state} outcome={outcome} />
              </span>
            </a>
          </li>
        ),
      )}
    </ul>
  );
}

import type { Judgement } from '../../schema/domain/adjudication/judgement.ts';
import { formatMoney, type Minor } from '../../schema/domain/money.ts';
import { Facts } from '../ui/facts.tsx';

/** Who pays what of a claim, in all. */
export function AssessmentSums({ judgement, currency }: { judgement: Judgement; currency: string }) {
  const money = (minor: Minor) => formatMoney(minor, currency, { symbol: true });
  const { claimed, approved, enrolleeShare, facilityShare } = judgement;
  return (
    <Facts
      facts={[
        ['Billed', money(claimed)],
        ['Insurer pays', <b>{money(approved)}</b>],
        ['Patient pays', money(enrolleeShare)],
        facilityShare === 0 ? null : ['Not payable', <span class="soon">{money(facilityShare)}</span>],
      ]}
    />
  );
}

import { sentenceOf } from '../../schema/domain/adjudication/sentence-of.ts';
import { formatMoney, type Minor } from '../../schema/domain/money.ts';
import type { newRow } from './draft-rows.ts';
import type { AssessedLine } from './draft-view.ts';

type LineAssessmentProps = {
  row: number | typeof newRow;
  /** undefined: not known yet */
  assessed: AssessedLine | undefined;
  currency: string;
};

const tariffWords = { link: 'Tariff', standard: 'Standard tariff', billed: 'No tariff' };

/** Where what a line comes to is shown, whatever number it has on the page. */
export const assessmentId = (row: number | typeof newRow): string => `a-lines-${row}`;

/** What a line comes to so far: price, who pays what, what is left, what is needed, and refusals in words. */
export function LineAssessment({ row, assessed, currency }: LineAssessmentProps) {
  return (
    <div class="assessed" id={assessmentId(row)}>
      {assessed === undefined ? null : <Words assessed={assessed} currency={currency} />}
    </div>
  );
}

function Words({ assessed: { judged, whole }, currency }: { assessed: AssessedLine; currency: string }) {
  const money = (minor: Minor) => formatMoney(minor, currency, { symbol: true });
  const { verdict, priceSource, price, approved, enrolleeShare, facilityShare } = judged;
  const findings = judged.findings.filter(({ effect }) => whole || effect === 'refuse');
  return (
    <>
      <p>
        {verdict === 'REFUSE' ? <b class="late">Not payable</b> : null}
        <span>
          {tariffWords[priceSource]}
          {priceSource === 'billed' ? null : ` ${money(price)}`}
        </span>
        {whole && verdict !== 'REFUSE' ? (
          <>
            <span>
              insurer pays <b>{money(approved)}</b>
            </span>
            <span>
              patient pays <b>{money(enrolleeShare)}</b>
            </span>
            {facilityShare === 0 ? null : <span class="soon">not payable {money(facilityShare)}</span>}
          </>
        ) : null}
        {judged.leftAfter === null || judged.leftBefore === null || verdict === 'REFUSE' ? null : (
          <span>
            left of <bdi>{judged.benefitName}</bdi> {money(whole ? judged.leftAfter : judged.leftBefore)}
          </span>
        )}
        {judged.needsAuthorization ? <span class="soon">authorization needed</span> : null}
      </p>
      {findings.map((finding) => (
        <p class={finding.effect === 'refuse' ? 'late' : 'mute'}>{sentenceOf(finding, currency)}</p>
      ))}
    </>
  );
}

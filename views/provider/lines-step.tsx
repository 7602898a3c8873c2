import { formatMoney } from '../../schema/domain/money.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Piece } from '../ui/frame.tsx';
import { Notice } from '../ui/notice.tsx';
import { AssessmentSums } from './assessment-sums.tsx';
import { DraftForm } from './draft-form.tsx';
import { newRow } from './draft-rows.ts';
import { draftTotal } from './draft-total.ts';
import type { DraftAssessment, DraftView } from './draft-view.ts';
import { blankLine, LineFields } from './line-fields.tsx';
import { LiveAssessment } from './live-assessment.tsx';

const most = 100;

type TotalsProps = { assessment: DraftAssessment | null; currency: string };

function AssessmentTotals({ assessment, currency }: TotalsProps) {
  const judgement = assessment?.judgement ?? null;
  return (
    <div id="assessment">
      {judgement === null ? null : (
        <Card title="What it comes to">
          <AssessmentSums judgement={judgement} currency={currency} />
        </Card>
      )}
    </div>
  );
}

/** The totals again, after what was typed was saved. */
export function AssessmentSumsPiece(props: TotalsProps) {
  return (
    <Piece id="assessment">
      <AssessmentTotals {...props} />
    </Piece>
  );
}

/** Step two: what was done and given, service by service. */
export function LinesStep({ view }: { view: DraftView }) {
  const { body, errors, tenant } = view;
  const currency = tenant?.currency ?? 'NGN';
  const lines = body.lines.length === 0 ? [blankLine] : body.lines;
  const total = (
    <b>
      Total {currencySign(currency)} <output data-sum>{formatMoney(draftTotal(lines), currency)}</output>
    </b>
  );
  return (
    <DraftForm view={view} step="lines">
      {tenant === null ? (
        <Notice tone="warn">
          Choose the HMO first: its services are searched here.{' '}
          <a href={paths.provider.draft(view.id, 'patient')}>Choose the HMO</a>
        </Notice>
      ) : null}
      <Card title="Lines" aside={total}>
        {errors.lines === undefined ? null : <p class="error">{errors.lines}</p>}
        {lines.map((line, row) => (
          <LineFields view={view} line={line} row={row} />
        ))}
        <template data-line>
          <LineFields view={view} line={blankLine} row={newRow} />
        </template>
        {lines.length >= most ? (
          <p class="mute">
            A claim has at most 100 lines; file the rest as another claim of the same encounter.
          </p>
        ) : (
          <div>
            <Button name="add" value="lines" keys="+" slim>
              Add a line
            </Button>
          </div>
        )}
      </Card>
      <AssessmentTotals assessment={view.assessment} currency={currency} />
      <LiveAssessment draft={view.id} step="lines" />
      <div class="actions plainly">
        <Button name="go" value="patient">
          Back
        </Button>
        <Button look="primary" name="go" value="review">
          Save and review
        </Button>
      </div>
    </DraftForm>
  );
}

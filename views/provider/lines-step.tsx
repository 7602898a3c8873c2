import { formatMoney } from '../../schema/domain/money.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { fieldId } from '../ui/field.tsx';
import { Actions } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { DraftForm } from './draft-form.tsx';
import { lineAmount } from './draft-total.ts';
import type { DraftView } from './draft-view.ts';
import { LineFields } from './line-fields.tsx';

const most = 100;

/** Step two: what was done and given, service by service. */
export function LinesStep({ view }: { view: DraftView }) {
  const { body, errors, tenant } = view;
  const lines =
    body.lines.length === 0 ? [{ service: '', quantity: '', unitPrice: '', serviceDate: '' }] : body.lines;
  const total = lines.reduce((sum, line) => sum + (lineAmount(line) ?? 0), 0);
  return (
    <DraftForm view={view} step="lines">
      {tenant === null ? (
        <Notice tone="warn">
          Choose the HMO first: its services are searched here.{' '}
          <a href={paths.provider.draft(view.id, 'patient')}>Choose the HMO</a>
        </Notice>
      ) : null}
      <Card
        title={lines.length === 1 ? 'One line' : `${lines.length} lines`}
        id={fieldId('lines')}
        aside={<b>Total {formatMoney(total, tenant?.currency ?? 'NGN', { symbol: true })}</b>}
      >
        {errors.lines === undefined ? null : <p class="error">{errors.lines}</p>}
        {lines.map((line, index) => (
          <LineFields view={view} line={line} index={index} only={lines.length === 1} key={index} />
        ))}
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
      <Actions>
        <Button name="go" value="patient">
          Back
        </Button>
        <Button look="primary" name="go" value="review">
          Save and review
        </Button>
      </Actions>
    </DraftForm>
  );
}

import { formatMoney } from '../../schema/domain/money.ts';
import type { DraftBody } from '../../schema/forms/draft.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { Fields, firstBad } from '../ui/form.tsx';
import { newRow, rowField } from './draft-rows.ts';
import { lineAmount } from './draft-total.ts';
import type { EntryView } from './draft-view.ts';
import { LineAssessment } from './line-assessment.tsx';

type Line = DraftBody['lines'][number];
type LineFieldsProps = {
  view: EntryView;
  line: Line;
  row: number | typeof newRow;
  /** what is asked for beforehand has one day for all of it */
  undated?: boolean;
};

/** A line before anything is typed. */
export const blankLine: Line = { service: '', quantity: '', unitPrice: '', serviceDate: '' };

/** One line being entered: service, how many, for how much, when. */
export function LineFields({ view, line, row, undated = false }: LineFieldsProps) {
  const { errors, meanings, prices, found, currency } = view;
  const tariff = prices[line.service];
  const field = (part: keyof Line) => {
    const frame = rowField('lines', row, part);
    return {
      ...frame,
      value: line[part],
      error: errors[frame.name],
      autofocus: firstBad(errors, frame.name),
    };
  };
  const service = field('service');
  const amount = lineAmount(line);
  return (
    <fieldset class="entry" data-line>
      <legend class="unseen">{row === newRow ? 'New line' : `Line ${row + 1}`}</legend>
      {line.line === undefined ? null : <input type="hidden" name={field('line').name} value={line.line} />}
      <Fields>
        <Combobox
          {...service}
          label="Service"
          meaning={meanings[line.service]}
          search={view.search.services(`${service.id}-list`)}
          found={found?.field === service.name ? found.choices : undefined}
        />
        <Field {...field('quantity')} label="Quantity" amount maxlength={20} data-qty />
        <Field
          {...field('unitPrice')}
          label={undated ? 'Estimate for one' : 'Unit price'}
          hint={
            tariff === undefined
              ? undefined
              : `${tariff.source === 'link' ? 'Tariff' : 'Standard'} ${formatMoney(tariff.price, currency)}`
          }
          amount
          maxlength={30}
          data-price
        />
        {undated ? null : (
          <>
            <Field {...field('serviceDate')} label="Date, if not the first day" type="date" />
            <Field {...field('authorization')} label="Auth code, if there is one" maxlength={60} />
          </>
        )}
      </Fields>
      <div class="stack num">
        <output data-product>{amount === null ? '' : formatMoney(amount, currency)}</output>
        <Button
          name="remove"
          value={`lines.${row}`}
          look="quiet"
          slim
          aria-label={`Remove line ${row === newRow ? '' : row + 1}`.trim()}
        >
          Remove
        </Button>
      </div>
      <LineAssessment
        row={row}
        assessed={row === newRow ? undefined : view.assessment?.lines[row]}
        currency={currency}
      />
    </fieldset>
  );
}

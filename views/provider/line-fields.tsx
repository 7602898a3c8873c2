import { formatMoney } from '../../schema/domain/money.ts';
import type { DraftBody } from '../../schema/forms/draft.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field, fieldId } from '../ui/field.tsx';
import { Fields, firstBad } from '../ui/form.tsx';
import { lineAmount } from './draft-total.ts';
import type { DraftView } from './draft-view.ts';

type LineFieldsProps = { view: DraftView; line: DraftBody['lines'][number]; index: number; only: boolean };

/** One line being entered: service, how many, for how much, when. */
export function LineFields({ view, line, index, only }: LineFieldsProps) {
  const { errors, meanings, found, tenant } = view;
  const name = (part: string) => `lines.${index}.${part}`;
  const bad = (part: string) => ({ error: errors[name(part)], autofocus: firstBad(errors, name(part)) });
  const amount = lineAmount(line);
  return (
    <fieldset id={fieldId(`lines.${index}`)}>
      <legend class="unseen">Line {index + 1}</legend>
      <Fields>
        <Combobox
          name={name('service')}
          label={`${index + 1}. Service`}
          value={line.service}
          meaning={meanings[line.service]}
          search={paths.provider.services({ of: `${fieldId(name('service'))}-list`, tenant: tenant?.id })}
          {...bad('service')}
          {...(found?.field === name('service') ? { found: found.choices } : {})}
        />
        <Field
          name={name('quantity')}
          label="Quantity"
          amount
          maxlength={20}
          value={line.quantity}
          {...bad('quantity')}
        />
        <Field
          name={name('unitPrice')}
          label="Unit price"
          amount
          maxlength={30}
          value={line.unitPrice}
          {...bad('unitPrice')}
        />
        <Field
          name={name('serviceDate')}
          label="Date"
          type="date"
          hint="If not the first day"
          value={line.serviceDate}
          {...bad('serviceDate')}
        />
      </Fields>
      <div class="cluster spread">
        <span class="small mute">
          {amount === null
            ? 'Enter quantity and price'
            : `Comes to ${formatMoney(amount, tenant?.currency ?? 'NGN', { symbol: true })}`}
        </span>
        {only ? null : (
          <Button
            name="remove"
            value={`lines.${index}`}
            look="quiet"
            slim
            aria-label={`Remove line ${index + 1}`}
          >
            Remove
          </Button>
        )}
      </div>
    </fieldset>
  );
}

import type { ClaimLine } from '../../schema/domain/claims/claim.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { fieldId } from '../ui/field.tsx';
import type { FormErrors } from '../ui/form.tsx';
import type { Column } from '../ui/table.tsx';
import { type DecisionEntry, type LineEntry, lineField, wholeLine } from './decision-entry.ts';

type LineDecisionProps = { entry: DecisionEntry; errors: FormErrors; currency: string };
type CellProps = {
  line: ClaimLine;
  part: keyof LineEntry;
  label: string;
  value: string;
  error: string | undefined;
};

/** The form these fields belong to, although they stand in the table of lines. */
export const decisionFormId = 'decision';
/** The list of reasons that every line offers. */
export const reasonOptionsId = 'reason-options';

const looks: Readonly<Record<keyof LineEntry, Record<string, string | boolean>>> = {
  quantity: { class: 'amount few', inputmode: 'numeric' },
  amount: { class: 'amount sum', inputmode: 'decimal', 'data-price': true },
  reason: { class: 'short', list: reasonOptionsId },
};

function LineField({ line, part, label, value, error }: CellProps) {
  const name = lineField(line.line, part);
  const id = fieldId(name);
  return (
    <span data-line={part === 'amount' ? true : undefined}>
      <input
        {...looks[part]}
        id={id}
        name={name}
        form={decisionFormId}
        value={value}
        autocomplete="off"
        aria-label={`${label}, line ${line.line}`}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      {error === undefined ? null : (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </span>
  );
}

/** What is approved of each line, and why not all of it: columns for the table of lines. */
export function lineDecisionColumns({
  entry,
  errors,
  currency,
}: LineDecisionProps): readonly Column<ClaimLine>[] {
  const cell = (part: keyof LineEntry, label: string) => (line: ClaimLine) => (
    <LineField
      line={line}
      part={part}
      label={label}
      value={(entry.lines[line.line] ?? wholeLine(line, currency))[part]}
      error={errors[lineField(line.line, part)]}
    />
  );
  return [
    { label: 'Approve', numeric: true, cell: cell('quantity', 'Quantity approved') },
    {
      label: `Amount, ${currencySign(currency)}`,
      numeric: true,
      cell: cell('amount', 'Amount approved'),
      foot: <output class="if-script" data-sum aria-label="Total to be approved" />,
    },
    { label: 'Reason if less', cell: cell('reason', 'Reason') },
  ];
}

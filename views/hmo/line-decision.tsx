import { currencySign } from '../claims/currency-sign.ts';
import { fieldId } from '../ui/field.tsx';
import type { FormErrors } from '../ui/form.tsx';
import type { Column } from '../ui/table.tsx';
import {
  type DecidableLine,
  type DecisionEntry,
  entryOf,
  type LineEntry,
  type LineStarts,
  lineField,
} from './decision-entry.ts';

export type LineDecisionProps = {
  entry: DecisionEntry;
  errors: FormErrors;
  currency: string;
  /** what is recommended of each line */
  starts: LineStarts;
  /** whether this person may pay more than recommended */
  overrides: boolean;
};

type Part = Exclude<keyof LineEntry, 'override'>;
type FieldProps = LineDecisionProps & { line: DecidableLine };
type CellProps = FieldProps & { part: Part; label: string };

/** The form these fields belong to, although they stand in the table of lines. */
export const decisionFormId = 'decision';
/** The list of reasons that every line offers. */
export const reasonOptionsId = 'reason-options';

const looks: Readonly<Record<Part, Record<string, string | boolean>>> = {
  quantity: { class: 'amount few', inputmode: 'numeric' },
  amount: { class: 'amount sum', inputmode: 'decimal', 'data-price': true },
  reason: { class: 'short', list: reasonOptionsId },
};

/** A line's entry: what was typed, or what it starts from. */
const typedOf = ({ entry, starts, currency, line }: FieldProps): LineEntry =>
  entry.lines[line.line] ??
  entryOf(starts.get(line.line) ?? { quantity: line.quantity, amount: line.claimed, reasons: [] }, currency);

const overrideBoxId = (line: number) => `more-${line}`;

function ErrorText({ id, error }: { id: string; error: string | undefined }) {
  return error === undefined ? null : (
    <span class="error" id={`${id}-error`}>
      {error}
    </span>
  );
}

const errorProps = (id: string, error: string | undefined) =>
  error === undefined ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-error` };

function LineField(props: CellProps) {
  const { line, part, label, errors, starts } = props;
  const name = lineField(line.line, part);
  const id = fieldId(name);
  const recommended = starts.get(line.line)?.amount ?? line.claimed;
  const more =
    part === 'amount'
      ? { 'data-than': (recommended / 100).toFixed(2), 'data-more': overrideBoxId(line.line) }
      : {};
  return (
    <span data-line={part === 'amount' ? true : undefined}>
      <input
        {...looks[part]}
        {...more}
        id={id}
        name={name}
        form={decisionFormId}
        value={typedOf(props)[part]}
        autocomplete="off"
        aria-label={`${label}, line ${line.line}`}
        {...errorProps(id, errors[name])}
      />
      <ErrorText id={id} error={errors[name]} />
    </span>
  );
}

/** Asks why more is paid than recommended; out of sight until it is. Refused, it is in sight without script, too. */
export function OverrideField(props: FieldProps) {
  const { line, errors, overrides } = props;
  const name = lineField(line.line, 'override');
  const id = fieldId(name);
  const { override } = typedOf(props);
  const shown = override !== '' || errors[name] !== undefined;
  return (
    <span class="override when-approve" id={overrideBoxId(line.line)} hidden={!shown}>
      {overrides ? (
        <>
          <label for={id}>More than recommended: why?</label>
          <input
            id={id}
            name={name}
            form={decisionFormId}
            value={override}
            maxlength={500}
            autocomplete="off"
            {...errorProps(id, errors[name])}
          />
        </>
      ) : (
        <span class="error">More than recommended: that takes the permission claim.override_line.</span>
      )}
      <ErrorText id={id} error={errors[name]} />
    </span>
  );
}

/** What is approved of each line, and why not all of it: columns for the table of lines. */
export function lineDecisionColumns<Line extends DecidableLine>(
  props: LineDecisionProps,
): readonly Column<Line>[] {
  const cell = (part: Part, label: string) => (line: Line) => (
    <LineField {...props} line={line} part={part} label={label} />
  );
  return [
    { label: 'Approve', numeric: true, cell: cell('quantity', 'Quantity approved') },
    {
      label: `Amount, ${currencySign(props.currency)}`,
      numeric: true,
      cell: cell('amount', 'Amount approved'),
      foot: <output class="if-script" data-sum aria-label="Total to be approved" />,
    },
    { label: 'If less: why', cell: cell('reason', 'Reason') },
  ];
}

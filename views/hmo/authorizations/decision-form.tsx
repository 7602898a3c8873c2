import { suggestedFiles } from '../../../schema/domain/claims/query.ts';
import type { ReasonCode } from '../../../schema/domain/claims/reason-codes.ts';
import { ceilingInWords } from '../../../schema/domain/claims/second-person.ts';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { type Ceiling, isAbove } from '../../../schema/domain/limits/approval-limits.ts';
import { formatMoney, sum } from '../../../schema/domain/money.ts';
import { Button } from '../../ui/button.tsx';
import { CheckGroup } from '../../ui/check-group.tsx';
import { formatDate } from '../../ui/date-text.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { type Choice, RadioGroup } from '../../ui/radio-group.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { DecisionEntry, LineStarts, Outcome } from '../decision-entry.ts';
import { decisionFormId, reasonOptionsId } from '../line-decision.tsx';
import { ReasonFields } from '../reason-fields.tsx';
import { writeSeen } from '../seen-figures.ts';

/** A decision as typed, with the last day on which its code can be used. */
export interface RequestEntry extends DecisionEntry {
  validTo: string;
}

export type RequestDecisionProps = {
  action: string;
  version: number;
  currency: string;
  commandId: string;
  /** the list one came from */
  back: string;
  entry: RequestEntry;
  errors: FormErrors;
  reasons: readonly ReasonCode[];
  /** what this person may do */
  allowed: readonly Outcome[];
  /** why approving is not among it; null: it is */
  notApproving: string | null;
  /** what each line starts from */
  starts: LineStarts;
  /** names the judgement that was seen; null: there is none */
  recommendation: string | null;
  /** how much this person may approve alone; undefined: nothing */
  ceiling: Ceiling | undefined;
  /** the last day of a code that says nothing else */
  validUntil: CalendarDate;
  /** it is a new decision upon an appeal: approving overturns, rejecting upholds */
  isAppeal: boolean;
};

const choices: readonly (Choice & { value: Outcome })[] = [
  { value: 'approve', label: 'Approve', keys: 'a' },
  { value: 'query', label: 'Query', keys: 'q' },
  { value: 'reject', label: 'Reject', keys: 'r' },
];

const appealChoices: readonly (Choice & { value: Outcome })[] = [
  { value: 'approve', label: 'Overturn', keys: 'a' },
  { value: 'reject', label: 'Uphold', keys: 'r' },
];

/** The reasons that a rejection starts with: those of the lines, where nothing is recommended. */
function rejectionStart({ entry, starts }: RequestDecisionProps): readonly string[] {
  if (entry.reasons.some(Boolean)) return entry.reasons;
  const all = [...starts.values()];
  return all.some(({ amount }) => amount > 0) ? [] : [...new Set(all.flatMap(({ reasons }) => reasons))];
}

function ApprovalHint({ starts, ceiling, currency, isAppeal }: RequestDecisionProps) {
  const total = sum([...starts.values()].map(({ amount }) => amount));
  return (
    <div class="stack when-approve">
      <p class="hint">
        {total === 0 ? (
          'Nothing is recommended: reject it, or grant a line by saying why.'
        ) : (
          <>
            {isAppeal ? 'Decides anew: grants' : 'Grants'}{' '}
            <b>{formatMoney(total, currency, { symbol: true })}</b> as recommended, unless you change a line.
            Less wants a reason; more wants to know why.
          </>
        )}
      </p>
      {isAbove(total, ceiling) ? (
        <p class="hint">
          You approve up to <b>{ceilingInWords(ceiling, currency)}</b> alone: above it your decision becomes a
          proposal that a second person confirms.
        </p>
      ) : null}
    </div>
  );
}

function Asking({ entry, errors }: RequestDecisionProps) {
  return (
    <div class="stack when-query">
      <Textarea
        name="question"
        label="Question for the facility"
        maxlength={2000}
        value={entry.question}
        error={errors.question}
        autofocus={firstBad(errors, 'question')}
      />
      <CheckGroup
        name="wanted"
        label="Files wanted, if any"
        choices={suggestedFiles.map((each) => ({ value: each, label: each }))}
        values={entry.wanted}
      />
      <Field
        name="wantedOther"
        label="Other files, with commas between them"
        optional
        maxlength={300}
        value={entry.wantedOther}
        error={errors.wantedOther}
        autofocus={firstBad(errors, 'wantedOther')}
      />
    </div>
  );
}

function Approving({ entry, errors, validUntil }: RequestDecisionProps) {
  return (
    <div class="stack when-approve">
      <Field
        name="validTo"
        type="date"
        label="Code valid until"
        optional
        hint={`Left empty: ${formatDate(validUntil)}, and the day of service at least.`}
        value={entry.validTo}
        error={errors.validTo}
        autofocus={firstBad(errors, 'validTo')}
      />
    </div>
  );
}

function Sentence({ entry, errors, isAppeal }: RequestDecisionProps) {
  return (
    <div class="stack when-approve when-reject">
      <Textarea
        name="sentence"
        label="Sentence for the facility"
        hint={
          isAppeal
            ? 'What the appeal is answered with; needed either way.'
            : 'Needed to reject; may be left out to approve.'
        }
        maxlength={2000}
        value={entry.sentence}
        error={errors.sentence}
        autofocus={firstBad(errors, 'sentence')}
      />
    </div>
  );
}

/** Approve in full or line by line, ask, or reject; of an appeal overturn or uphold. What was entered stays when it is refused. */
export function RequestDecisionForm(props: RequestDecisionProps) {
  const {
    action,
    version,
    commandId,
    back,
    entry,
    errors,
    reasons,
    allowed,
    recommendation,
    starts,
    isAppeal,
  } = props;
  return (
    <Form action={action} commandId={commandId} errors={errors} id={decisionFormId}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={back} />
      {recommendation === null ? null : (
        <>
          <input type="hidden" name="recommendation" value={recommendation} />
          <input type="hidden" name="seen" value={writeSeen(starts)} />
        </>
      )}
      <RadioGroup
        name="outcome"
        label="Outcome"
        segments
        choices={(isAppeal ? appealChoices : choices).filter(({ value }) => allowed.includes(value))}
        value={entry.outcome}
        error={errors.outcome}
      />
      {props.notApproving === null ? null : <p class="mute small">{props.notApproving}</p>}
      <ApprovalHint {...props} />
      <div class={isAppeal ? 'stack when-approve when-reject' : 'stack when-reject'}>
        <ReasonFields reasons={reasons} chosen={rejectionStart(props)} errors={errors} />
      </div>
      {isAppeal ? null : <Asking {...props} />}
      <Approving {...props} />
      <Sentence {...props} />
      <datalist id={reasonOptionsId}>
        {reasons.map(({ code, name }) => (
          <option value={code}>{name}</option>
        ))}
      </datalist>
      <Actions>
        <Button look="primary">Save decision</Button>
        <Button name="then" value="next">
          Save, next
        </Button>
      </Actions>
    </Form>
  );
}

import { suggestedFiles } from '../../schema/domain/claims/query.ts';
import type { ReasonCode } from '../../schema/domain/claims/reason-codes.ts';
import { ceilingInWords } from '../../schema/domain/claims/second-person.ts';
import { type Ceiling, isAbove } from '../../schema/domain/limits/approval-limits.ts';
import { formatMoney, sum } from '../../schema/domain/money.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { CheckGroup } from '../ui/check-group.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { type Choice, RadioGroup } from '../ui/radio-group.tsx';
import { Textarea } from '../ui/textarea.tsx';
import type { DecisionEntry, LineStarts, Outcome } from './decision-entry.ts';
import { decisionFormId, reasonOptionsId } from './line-decision.tsx';
import { ReasonFields } from './reason-fields.tsx';
import { writeSeen } from './seen-figures.ts';

export type DecisionFormProps = {
  slug: string;
  number: string;
  version: number;
  currency: string;
  commandId: string;
  /** the list one came from */
  back: string;
  entry: DecisionEntry;
  errors: FormErrors;
  reasons: readonly ReasonCode[];
  /** what this person may do */
  allowed: readonly Outcome[];
  /** what each line starts from */
  starts: LineStarts;
  /** names the judgement that was seen; null: there is none */
  recommendation: string | null;
  /** whether this person may pay more than recommended */
  overrides: boolean;
  /** how much this person may approve alone; undefined: nothing */
  ceiling: Ceiling | undefined;
};

const choices: readonly (Choice & { value: Outcome })[] = [
  { value: 'approve', label: 'Approve', keys: 'a' },
  { value: 'query', label: 'Query', keys: 'q' },
  { value: 'reject', label: 'Reject', keys: 'r' },
];

/** The reasons that a rejection starts with: those of the lines, where nothing is recommended to be paid. */
function rejectionStart({ entry, starts }: DecisionFormProps): readonly string[] {
  if (entry.reasons.some(Boolean)) return entry.reasons;
  const all = [...starts.values()];
  return all.some(({ amount }) => amount > 0) ? [] : [...new Set(all.flatMap(({ reasons }) => reasons))];
}

/** Said before, not only afterwards: what is above one's limit waits for a second person. */
function LimitHint({ starts, ceiling, currency }: DecisionFormProps) {
  const total = sum([...starts.values()].map(({ amount }) => amount));
  if (!isAbove(total, ceiling)) return null;
  return (
    <p class="hint when-approve">
      You approve up to <b>{ceilingInWords(ceiling, currency)}</b> alone: above it your decision becomes a
      proposal that a second person confirms.
    </p>
  );
}

function ApprovalHint({ starts, recommendation, currency }: DecisionFormProps) {
  if (recommendation === null)
    return (
      <p class="hint when-approve">
        Approves what stands in the lines. Lower a line's amount or quantity to approve in part.
      </p>
    );
  const total = sum([...starts.values()].map(({ amount }) => amount));
  return (
    <p class="hint when-approve">
      {total === 0 ? (
        'Nothing is recommended to be paid: reject the claim, or pay a line by overriding it.'
      ) : (
        <>
          Pays <b>{formatMoney(total, currency, { symbol: true })}</b> as recommended, unless you change a
          line. Less wants a reason; more is an override and wants to know why.
        </>
      )}
    </p>
  );
}

function Rejection(props: DecisionFormProps) {
  const { errors, reasons } = props;
  return (
    <div class="stack when-reject">
      <ReasonFields reasons={reasons} chosen={rejectionStart(props)} errors={errors} />
    </div>
  );
}

/** The files a query asks for: what is often wanted is ticked, anything else is written. */
function WantedFields({ entry, errors }: Pick<DecisionFormProps, 'entry' | 'errors'>) {
  return (
    <>
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
    </>
  );
}

function BackToQueue() {
  return (
    <>
      <Button look="primary" name="then" value="back">
        Save decision
      </Button>
      <Button name="then" value="next">
        Save, next
      </Button>
    </>
  );
}

/** Whoever works through a pile goes on with it. */
function NextOfPile() {
  return (
    <>
      <Button look="primary" name="then" value="next">
        Save, next of the pile
      </Button>
      <Button name="then" value="back">
        Save, back
      </Button>
    </>
  );
}

/** Approve in full or line by line, ask, or reject; what was entered stays when it is refused. */
export function DecisionForm(props: DecisionFormProps) {
  const { slug, number, version, commandId, back, entry, errors, reasons, allowed } = props;
  const { recommendation, starts } = props;
  return (
    <Form
      action={paths.staff(slug).decisions(number)}
      commandId={commandId}
      errors={errors}
      id={decisionFormId}
    >
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
        choices={choices.filter((choice) => allowed.includes(choice.value))}
        value={entry.outcome}
        error={errors.outcome}
      />
      <ApprovalHint {...props} />
      <LimitHint {...props} />
      <Rejection {...props} />
      <div class="stack when-query">
        <Textarea
          name="question"
          label="Question for the facility"
          maxlength={2000}
          value={entry.question}
          error={errors.question}
          autofocus={firstBad(errors, 'question')}
        />
        <WantedFields entry={entry} errors={errors} />
      </div>
      <div class="stack when-approve when-reject">
        <Textarea
          name="sentence"
          label="Sentence for the facility"
          hint="Needed to reject; may be left out to approve."
          maxlength={2000}
          value={entry.sentence}
          error={errors.sentence}
          autofocus={firstBad(errors, 'sentence')}
        />
      </div>
      <datalist id={reasonOptionsId}>
        {reasons.map(({ code, name }) => (
          <option value={code}>{name}</option>
        ))}
      </datalist>
      <Actions>{back.startsWith(`${paths.staff(slug).piles()}/`) ? <NextOfPile /> : <BackToQueue />}</Actions>
    </Form>
  );
}

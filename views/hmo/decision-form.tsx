import type { ReasonCode } from '../../schema/domain/claims/reason-codes.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { type Choice, RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { Textarea } from '../ui/textarea.tsx';
import type { DecisionEntry, Outcome } from './decision-entry.ts';
import { decisionFormId, reasonOptionsId } from './line-decision.tsx';

export type DecisionFormProps = {
  slug: string;
  number: string;
  version: number;
  commandId: string;
  /** the list one came from */
  back: string;
  entry: DecisionEntry;
  errors: FormErrors;
  reasons: readonly ReasonCode[];
  /** what this person may do */
  allowed: readonly Outcome[];
};

const choices: readonly (Choice & { value: Outcome })[] = [
  { value: 'approve', label: 'Approve', keys: 'a' },
  { value: 'query', label: 'Query', keys: 'q' },
  { value: 'reject', label: 'Reject', keys: 'r' },
];

function Rejection({ entry, errors, reasons }: DecisionFormProps) {
  const options = reasons.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  return (
    <div class="stack when-reject">
      {[0, 1].map((place) => (
        <Select
          name={`reasons.${place}`}
          label={place === 0 ? 'Reason' : 'Second reason'}
          optional={place > 0}
          empty={place === 0 ? 'Choose a reason' : 'None'}
          options={options}
          value={entry.reasons[place]}
          error={errors[`reasons.${place}`]}
          autofocus={firstBad(errors, `reasons.${place}`)}
        />
      ))}
    </div>
  );
}

/** Approve in full or line by line, ask, or reject; what was entered stays when it is refused. */
export function DecisionForm(props: DecisionFormProps) {
  const { slug, number, version, commandId, back, entry, errors, reasons, allowed } = props;
  return (
    <Form
      action={paths.staff(slug).decisions(number)}
      commandId={commandId}
      errors={errors}
      id={decisionFormId}
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={back} />
      <RadioGroup
        name="outcome"
        label="Outcome"
        segments
        choices={choices.filter((choice) => allowed.includes(choice.value))}
        value={entry.outcome}
        error={errors.outcome}
      />
      <p class="hint when-approve">
        Approves what stands in the lines. Lower a line's amount or quantity to approve in part.
      </p>
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
      <Actions>
        <Button look="primary" name="then" value="back">
          Save decision
        </Button>
        <Button name="then" value="next">
          Save, next
        </Button>
      </Actions>
    </Form>
  );
}

import type { ReasonCode } from '../../../schema/domain/claims/reason-codes.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import type { BatchTotal, BatchVerb } from '../../../schema/domain/piles/batch.ts';
import type { PileKey } from '../../../schema/domain/piles/pile.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { decisionFormId } from '../line-decision.tsx';
import { ReasonFields } from '../reason-fields.tsx';
import { claimsWords } from './words.ts';

/** A decision on a batch as it was typed. */
export interface BatchEntry {
  verb: BatchVerb | '';
  reasons: readonly string[];
  sentence: string;
}

type BatchFormProps = {
  slug: string;
  pile: PileKey;
  batchId: string;
  currency: string;
  total: BatchTotal;
  commandId: string;
  /** what this person may decide */
  verbs: readonly BatchVerb[];
  reasons: readonly ReasonCode[];
  entry: BatchEntry;
  errors: FormErrors;
};

const choices = [
  { value: 'approve', label: 'Approve as recommended', keys: 'a' },
  { value: 'reject', label: 'Reject all', keys: 'r' },
] as const;

function Rejection({ reasons, entry, errors }: BatchFormProps) {
  return (
    <div class="stack when-reject">
      <ReasonFields reasons={reasons} chosen={entry.reasons} errors={errors} />
      <Textarea
        name="sentence"
        label="Sentence for the facility"
        maxlength={2000}
        value={entry.sentence}
        error={errors.sentence}
        autofocus={firstBad(errors, 'sentence')}
      />
    </div>
  );
}

/** One decision on every claim of a batch. */
export function BatchForm(props: BatchFormProps) {
  const { slug, pile, batchId, currency, total, commandId, verbs, entry, errors } = props;
  return (
    <Card kind="lead" title={`One decision on ${claimsWords(total.claims)}`}>
      <Form
        action={paths.staff(slug).batchDecisions(pile, batchId)}
        commandId={commandId}
        errors={errors}
        refused="Nothing was decided."
        id={decisionFormId}
      >
        <RadioGroup
          name="verb"
          label="Outcome"
          segments
          choices={choices.filter(({ value }) => verbs.includes(value))}
          value={entry.verb}
          error={errors.verb}
          autofocus={firstBad(errors, 'verb')}
        />
        <p class="hint when-approve">
          Pays <b>{formatMoney(total.recommended, currency, { symbol: true })}</b> in all. Each claim is
          judged once more: one whose recommendation has changed, or that somebody else has, is left as it is;
          one above your ceiling is proposed to a second person.
        </p>
        <Rejection {...props} />
        <Actions plainly>
          <Button look="primary">{`Decide ${claimsWords(total.claims)}`}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

import type { ReasonCode } from '../../schema/domain/claims/reason-codes.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Select } from '../ui/select.tsx';
import { Textarea } from '../ui/textarea.tsx';

export type RejectionProps = {
  slug: string;
  number: string;
  version: number;
  commandId: string;
  back: string;
  reasons: readonly ReasonCode[];
  reason: string;
  sentence: string;
  errors: FormErrors;
};

/** Refusing a claim before it is received: it never enters the queue, and nothing is charged for it. */
export function RejectionForm(props: RejectionProps) {
  const { slug, number, version, commandId, back, reasons, reason, sentence, errors } = props;
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>Reject it instead</summary>
      <Form action={paths.staff(slug).decisions(number)} commandId={commandId} errors={errors}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="outcome" value="reject" />
        <Select
          name="reasons.0"
          label="Reason"
          empty="Choose a reason"
          options={reasons.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          value={reason}
          error={errors['reasons.0']}
          autofocus={firstBad(errors, 'reasons.0')}
        />
        <Textarea
          name="sentence"
          label="Sentence for the provider"
          maxlength={2000}
          value={sentence}
          error={errors.sentence}
          autofocus={firstBad(errors, 'sentence')}
        />
        <Actions>
          <Button look="refuse">Reject without receiving</Button>
        </Actions>
      </Form>
    </details>
  );
}

import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Form, type FormErrors } from '../ui/form.tsx';
import { Textarea } from '../ui/textarea.tsx';

export type ReopenFormProps = {
  slug: string;
  number: string;
  version: number;
  commandId: string;
  /** the list one came from */
  back: string;
  reason: string;
  errors: FormErrors;
};

/** Takes an approval back: folded away until somebody means it, open where it was refused. */
export function ReopenForm({ slug, number, version, commandId, back, reason, errors }: ReopenFormProps) {
  const refused = reason !== '' || Object.keys(errors).length > 0;
  return (
    <details open={refused}>
      <summary>Reopen this claim</summary>
      <div class="stack">
        <p class="hint">
          It goes back to review, free for all; what it used of the benefits is given back. The facility reads
          why.
        </p>
        <Form action={paths.staff(slug).reopenings(number)} commandId={commandId} errors={errors}>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="back" value={back} />
          <Textarea
            name="reason"
            label="Why it is reopened"
            maxlength={500}
            value={reason}
            error={errors.reason}
            autofocus={errors.reason !== undefined}
          />
          <Button wide>Reopen</Button>
        </Form>
      </div>
    </details>
  );
}

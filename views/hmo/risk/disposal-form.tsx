import { Button } from '../../ui/button.tsx';
import { Form, type FormErrors } from '../../ui/form.tsx';
import { Textarea } from '../../ui/textarea.tsx';

type DisposalFormProps = {
  /** where it is sent */
  action: string;
  commandId: string;
  n: number;
  /** the list one came from */
  back: string;
  /** what was entered for one of the events and refused; null: nothing was */
  said: DisposalSaid | null;
};

/** What was entered for an event and refused. */
export interface DisposalSaid {
  n: number;
  reason: string;
  errors: FormErrors;
}

/** A risk event is confirmed or dismissed on the spot, with a reason. */
export function DisposalForm({ action, commandId, n, back, said }: DisposalFormProps) {
  const mine = said?.n === n ? said : null;
  const error = mine?.errors.reason ?? mine?.errors[''] ?? mine?.errors.verdict;
  return (
    <details open={mine !== null}>
      <summary>Confirm or dismiss</summary>
      <div class="stack">
        <Form action={action} commandId={commandId}>
          <input type="hidden" name="back" value={back} />
          <Textarea
            id={`f-reason-${n}`}
            name="reason"
            label="Why"
            hint="For your colleagues; the facility never sees it."
            rows={2}
            maxlength={500}
            value={mine?.reason ?? ''}
            error={error}
            autofocus={error !== undefined}
          />
          <div class="cluster">
            <Button name="verdict" value="CONFIRMED">
              Confirm
            </Button>
            <Button name="verdict" value="DISMISSED">
              Dismiss
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}

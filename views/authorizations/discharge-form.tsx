import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../ui/form.tsx';

/** The day of the discharge, as it is typed. */
export interface DischargeEntry {
  commandId: string;
  version: number;
  dischargedOn: string;
  errors: FormErrors;
}

/** An admission closed by the day of the discharge: what was not needed is free again. */
export function DischargeForm({ action, entry }: { action: string; entry: DischargeEntry | null }) {
  if (entry === null) return null;
  const { commandId, version, dischargedOn, errors } = entry;
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>Record the discharge</summary>
      <Form action={action} commandId={commandId} errors={errors}>
        <input type="hidden" name="version" value={version} />
        <Field
          name="dischargedOn"
          label="Discharged on"
          type="date"
          value={dischargedOn}
          error={errors.dischargedOn}
          autofocus={firstBad(errors, 'dischargedOn')}
        />
        <Actions plainly>
          <Button>Record the discharge</Button>
        </Actions>
      </Form>
    </details>
  );
}

import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors, firstBad } from '../ui/form.tsx';

/** A facility's papers as somebody enters them. */
export interface PapersEntry {
  licence: string;
  licenceUntil: string;
  accreditedUntil: string;
  errors: FormErrors;
}

/** What of a facility's papers is on record, to be brought up to date. */
export function PapersCard({
  action,
  commandId,
  entry: { errors, ...entry },
}: {
  action: string;
  commandId: string;
  entry: PapersEntry;
}) {
  return (
    <Card title="Licence and accreditation">
      <Form action={action} commandId={commandId} errors={errors}>
        <Fields>
          <Field
            name="licence"
            label="Licence"
            optional
            maxlength={60}
            value={entry.licence}
            error={errors.licence}
            autofocus={firstBad(errors, 'licence')}
          />
          <Field
            name="licenceUntil"
            label="Licence until"
            type="date"
            optional
            hint="Its last day: what is done afterwards is refused."
            value={entry.licenceUntil}
            error={errors.licenceUntil}
            autofocus={firstBad(errors, 'licenceUntil')}
          />
          <Field
            name="accreditedUntil"
            label="Accredited until"
            type="date"
            optional
            value={entry.accreditedUntil}
            error={errors.accreditedUntil}
            autofocus={firstBad(errors, 'accreditedUntil')}
          />
        </Fields>
        <Actions>
          <Button>Save</Button>
        </Actions>
      </Form>
    </Card>
  );
}

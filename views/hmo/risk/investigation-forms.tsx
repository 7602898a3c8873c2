import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, firstBad } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { FacilityField } from '../members/facility-field.tsx';
import type { InvestigationPageProps } from './investigation-props.ts';

type OneForm = Pick<InvestigationPageProps, 'slug' | 'investigation' | 'said'> & { commandId: string };

/** Chooses what an investigation holds from now on. */
export function HoldForm({
  slug,
  investigation,
  said,
  facilities,
  commandId,
}: OneForm & Pick<InvestigationPageProps, 'facilities'>) {
  const mine = said?.form === 'hold' ? said : null;
  const values = mine?.values ?? {};
  const errors = mine?.errors ?? {};
  const { of } = errors;
  const at = (on: string) => (values.on === on ? of : undefined);
  return (
    <details open={mine !== null}>
      <summary>Hold something</summary>
      <Form action={paths.staff(slug).holds(investigation.number)} commandId={commandId}>
        <RadioGroup
          name="on"
          label="What is held"
          value={values.on ?? 'claims'}
          choices={[
            { value: 'claims', label: 'The claims listed here' },
            { value: 'facility', label: 'All claims of a facility', note: 'The network team is told.' },
            {
              value: 'practitioner',
              label: 'All claims of a practitioner',
              note: 'The network team is told.',
            },
          ]}
          error={errors.on}
        />
        <FacilityField
          name="facility"
          label="Facility"
          value={values.facility ?? ''}
          choices={facilities}
          error={at('facility')}
          autofocus={at('facility') !== undefined}
        />
        <Field
          name="licence"
          label="Practitioner's licence"
          optional
          maxlength={60}
          value={values.licence ?? ''}
          error={at('practitioner')}
          autofocus={at('practitioner') !== undefined}
        />
        <Button>Hold</Button>
      </Form>
    </details>
  );
}

/** Says how an investigation ends. */
export function CloseForm({ slug, investigation, said, commandId }: OneForm) {
  const mine = said?.form === 'close' ? said : null;
  const errors = mine?.errors ?? {};
  return (
    <Card title="How it ends">
      <Form
        action={paths.staff(slug).closings(investigation.number)}
        commandId={commandId}
        errors={errors}
        refused="Not closed."
      >
        <input type="hidden" name="version" value={investigation.version} />
        <RadioGroup
          name="verdict"
          label="What it was"
          value={mine?.values.verdict}
          choices={[
            { value: 'CONFIRMED', label: 'Confirmed', note: 'Holds stay until they are lifted.' },
            { value: 'CLEARED', label: 'Cleared', note: 'Everything held is let go.' },
          ]}
          error={errors.verdict}
          autofocus={firstBad(errors, 'verdict')}
        />
        <Textarea
          name="reason"
          label="What was found"
          rows={3}
          maxlength={2000}
          value={mine?.values.reason ?? ''}
          error={errors.reason}
          autofocus={firstBad(errors, 'reason')}
        />
        <Button wide>Close the investigation</Button>
      </Form>
    </Card>
  );
}

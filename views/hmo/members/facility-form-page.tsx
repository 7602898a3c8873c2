import { paths } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type FacilityChoices, FacilityField } from './facility-field.tsx';

type FacilityFormProps = {
  slug: string;
  memberId: string;
  name: string;
  /** what holds now, in words; null: none is chosen */
  now: string | null;
  choices: FacilityChoices;
  value: string;
  errors: FormErrors;
  commandId: string;
};

/** Chooses, or changes, the facility that somebody turns to first. */
export function FacilityFormPage({
  slug,
  memberId,
  name,
  now,
  choices,
  value,
  errors,
  commandId,
}: FacilityFormProps) {
  const to = paths.staff(slug);
  const own = to.enrollee(memberId);
  return (
    <>
      <PageHeader
        title="Primary facility"
        crumbs={[
          { label: 'Enrollees', href: to.enrollees() },
          { label: name, href: own },
        ]}
      />
      <Card>
        <p>
          {now === null
            ? 'None is chosen yet: the choice holds at once.'
            : `Now: ${now}. Another one holds from the first day of the next month; at most one change in six months. The present one takes a pending change back.`}
        </p>
        <Form action={to.enrolleeFacility(memberId)} commandId={commandId} errors={errors}>
          <FacilityField
            name="facilityId"
            label="Facility"
            choices={choices}
            value={value}
            error={errors.facilityId}
            autofocus={firstBad(errors, 'facilityId')}
          />
          <div class="cluster">
            <Button look="primary">Save</Button>
            <ButtonLink href={own}>Cancel</ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}

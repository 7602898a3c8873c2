import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Select } from '../ui/select.tsx';

/** What was typed of a dependant. */
export type DependantEntry = Record<'relation' | 'firstName' | 'lastName' | 'birthDate' | 'sex', string>;

type DependantFormProps = { entry: DependantEntry; errors: FormErrors; commandId: string };

const relations = [
  { value: 'spouse', label: 'Husband or wife' },
  { value: 'child', label: 'Child' },
  { value: 'other', label: 'Another dependant' },
];
const sexes = [
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
];

/** Asks the insurer to cover somebody of the family as well. */
export function DependantFormPage({ entry, errors, commandId }: DependantFormProps) {
  const field = (name: keyof DependantEntry) => ({
    name,
    value: entry[name],
    error: errors[name],
    autofocus: firstBad(errors, name),
    required: true,
  });
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Family', href: paths.me.family() }]}
        title="Ask to add somebody"
        lead="Your insurer looks at it and answers here. Your plan says who can be covered."
      />
      <Card>
        <Form action={paths.me.familyNew()} commandId={commandId} errors={errors} refused="Not asked.">
          <Select {...field('relation')} label="Who they are to you" options={relations} empty="Choose" />
          <Field {...field('firstName')} label="First name" autocomplete="off" />
          <Field {...field('lastName')} label="Family name" autocomplete="off" />
          <Field {...field('birthDate')} label="Birth date" type="date" />
          <Select {...field('sex')} label="Sex" options={sexes} empty="Choose" />
          <Actions>
            <ButtonLink href={paths.me.family()}>Cancel</ButtonLink>
            <Button look="primary">Ask</Button>
          </Actions>
        </Form>
      </Card>
    </>
  );
}

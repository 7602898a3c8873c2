import type { CoverVerb } from '../../../schema/domain/members/cover-change.ts';
import type { Crumb } from '../../ui/breadcrumb.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';

/** A change of cover as somebody typed it. */
export interface CoverEntry {
  change: string;
  from: string;
  reason: string;
}

type CoverFormProps = {
  action: string;
  back: string;
  crumbs: readonly Crumb[];
  /** whose cover it is, and who depends on it */
  whose: string;
  consequence: string;
  allowed: readonly CoverVerb[];
  entry: CoverEntry;
  errors: FormErrors;
  commandId: string;
  /** the first day that can be chosen */
  earliest: string;
};

const choices: Readonly<Record<CoverVerb, { label: string; note: string }>> = {
  suspend: { label: 'Suspend', note: 'No cover from the day on, until it is reinstated.' },
  reinstate: {
    label: 'Reinstate',
    note: 'Covered again from the day on. On the very day of a planned suspension or an end: takes it back.',
  },
  terminate: { label: 'End', note: 'No cover from the day on, for good.' },
};

/** Suspends, reinstates or ends a cover from a day on, with a reason. */
export function CoverFormPage(props: CoverFormProps) {
  const { action, back, crumbs, whose, consequence, allowed, entry, errors, commandId, earliest } = props;
  return (
    <>
      <PageHeader title={`Change cover of ${whose}`} crumbs={crumbs} />
      <Card>
        <Form action={action} commandId={commandId} errors={errors}>
          <RadioGroup
            name="change"
            label="What happens"
            choices={allowed.map((each) => ({ value: each, ...choices[each] }))}
            value={entry.change}
            error={errors.change}
            autofocus={firstBad(errors, 'change')}
          />
          <Field
            name="from"
            label="From"
            type="date"
            hint="The first day on which it holds; at most 30 days back."
            min={earliest}
            value={entry.from}
            error={errors.from}
            autofocus={firstBad(errors, 'from')}
          />
          <Field
            name="reason"
            label="Reason"
            hint="Kept with the cover; people who may see the record read it."
            maxlength={200}
            value={entry.reason}
            error={errors.reason}
            autofocus={firstBad(errors, 'reason')}
          />
          <Notice tone="warn">{consequence}</Notice>
          <div class="cluster">
            <Button look="primary">Save</Button>
            <ButtonLink href={back}>Cancel</ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}

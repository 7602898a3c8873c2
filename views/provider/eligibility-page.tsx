import { EligibilityCard, type EligibilityShown } from '../claims/eligibility-card.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Fields, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Select } from '../ui/select.tsx';
import type { DraftTenant } from './draft-view.ts';

/** What was asked, as typed. */
export interface EligibilityEntry {
  tenantId: string;
  memberId: string;
  birthDate: string;
  enrolleeName: string;
  on: string;
}

export type EligibilityPageProps = {
  tenants: readonly Pick<DraftTenant, 'id' | 'name'>[];
  entry: EligibilityEntry;
  errors: FormErrors;
  /** what the HMO answered; null: it was not asked, or refused */
  shown: EligibilityShown | null;
  refusal: string | null;
  /** begins a claim for the person; null: this role writes none */
  draftId: string | null;
};

function Question({ tenants, entry, errors }: EligibilityPageProps) {
  const typed = (name: keyof EligibilityEntry) => ({
    name,
    value: entry[name],
    error: errors[name],
    autofocus: firstBad(errors, name),
  });
  return (
    <Card title="Who and when">
      <Form action={paths.provider.eligibility()} errors={errors} refused="Not asked.">
        <Fields>
          <Select
            {...typed('tenantId')}
            label="HMO"
            empty="Choose the HMO"
            options={tenants.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field
            {...typed('memberId')}
            label="Member id"
            hint="As it stands on the card"
            maxlength={60}
            autocomplete="off"
          />
          <Field {...typed('birthDate')} label="Birth date" type="date" autocomplete="off" />
          <Field
            {...typed('enrolleeName')}
            label="or name"
            optional
            hint="In place of the birth date"
            maxlength={120}
            autocomplete="off"
          />
          <Field {...typed('on')} label="Date of service" type="date" />
        </Fields>
        <div class="cluster">
          <Button look="primary" keys="s">
            Ask
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function NewClaim({ entry, shown, draftId }: EligibilityPageProps) {
  if (draftId === null || shown === null) return null;
  const { person, eligibility } = shown;
  return (
    <Form action={paths.provider.drafts()} commandId={draftId} inline>
      <input type="hidden" name="tenantId" value={entry.tenantId} />
      <input type="hidden" name="memberId" value={person.memberId} />
      <input type="hidden" name="birthDate" value={person.birthDate} />
      <input type="hidden" name="on" value={eligibility.on} />
      <Button keys="c">New claim for this person</Button>
    </Form>
  );
}

/** Who is covered, for what, and what is left: asked before care, answered by what adjudication will apply. */
export function EligibilityPage(props: EligibilityPageProps) {
  const { shown, refusal } = props;
  return (
    <>
      <PageHeader
        title="Eligibility"
        lead="Whether somebody is covered on a day, and what they can use here."
      />
      <Question {...props} />
      {refusal === null ? null : <Notice tone="warn">{refusal}</Notice>}
      {shown === null ? (
        refusal === null ? (
          <Card>
            <EmptyState title="Nobody asked about yet">
              Enter the member id with the birth date or the name. Both have to be the patient's own: a member
              id alone tells nothing.
            </EmptyState>
          </Card>
        ) : null
      ) : (
        <EligibilityCard shown={shown} actions={<NewClaim {...props} />} />
      )}
    </>
  );
}

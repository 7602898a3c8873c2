import { EligibilityCard, type EligibilityShown } from '../claims/eligibility-card.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Fields, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** What was asked, as typed. */
export interface StaffEligibilityEntry {
  member: string;
  on: string;
  facility: string;
}

export type StaffEligibilityPageProps = {
  slug: string;
  entry: StaffEligibilityEntry;
  errors: FormErrors;
  shown: EligibilityShown | null;
  facilityName: string | null;
  refusal: string | null;
};

/** The same answer that facilities get, for staff: a member, a day, and if wanted a facility. */
export function StaffEligibilityPage(props: StaffEligibilityPageProps) {
  const { slug, entry, errors, shown, facilityName, refusal } = props;
  const to = paths.staff(slug);
  const typed = (name: keyof StaffEligibilityEntry) => ({
    name,
    value: entry[name],
    error: errors[name],
    autofocus: firstBad(errors, name),
  });
  return (
    <>
      <PageHeader
        title="Eligibility"
        lead="Whether somebody is covered on a day, and what adjudication will apply."
      />
      <Card>
        <Form action={to.eligibility()} method="get" errors={errors} refused="Not asked.">
          <Fields>
            <Field {...typed('member')} label="Member id" maxlength={60} autocomplete="off" />
            <Field {...typed('on')} label="Date of service" type="date" />
            <Field
              {...typed('facility')}
              label="Facility"
              optional
              hint="Part of its name: whether a benefit can be used depends on where"
              maxlength={120}
            />
          </Fields>
          <div class="cluster">
            <Button look="primary">Ask</Button>
          </div>
        </Form>
      </Card>
      {refusal === null ? null : <Notice tone="warn">{refusal}</Notice>}
      {shown === null ? (
        refusal === null ? (
          <Card>
            <EmptyState title="Nobody asked about yet">
              Enter a member id. Without a facility the answer is for any of the network.
            </EmptyState>
          </Card>
        ) : null
      ) : (
        <EligibilityCard
          shown={shown}
          {...(facilityName === null ? {} : { facilityName })}
          actions={
            <span class="cluster">
              <a href={to.enrollee(shown.person.memberId)}>Enrollee</a>
              <a href={to.claims({ q: shown.person.memberId })}>Claims of this person</a>
            </span>
          }
        />
      )}
    </>
  );
}

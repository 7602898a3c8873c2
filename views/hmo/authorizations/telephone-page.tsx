import { AskedFields, NotesField, PlanFields } from '../../authorizations/entry-fields.tsx';
import type { RequestEntry } from '../../authorizations/request-entry.ts';
import { paths } from '../../paths.ts';
import { RequestTotals } from '../../provider/authorizations/request-totals.tsx';
import { DiagnosisFields } from '../../provider/diagnosis-fields.tsx';
import type { EntryView } from '../../provider/draft-view.ts';
import { TypedAssessment } from '../../provider/live-assessment.tsx';
import { MemberFields } from '../../provider/member-fields.tsx';
import { WhoItIs, type WhoShown } from '../../provider/who-it-is.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Fields, Form, firstBad } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Select } from '../../ui/select.tsx';

export type TelephonePageProps = {
  slug: string;
  commandId: string;
  entry: RequestEntry;
  view: EntryView;
  /** the facilities to choose from; null: they are too many, and one is typed */
  facilities: readonly { id: string; name: string }[] | null;
  who: WhoShown | null | undefined;
  afterwardsHours: number;
};

function Call({ entry, view, facilities, who }: TelephonePageProps) {
  const { errors } = view;
  const { body, typed } = entry;
  const bad = (name: string) => ({ error: errors[name], autofocus: firstBad(errors, name) });
  const facility = { name: 'tenantId', label: 'Facility', value: body.tenantId, ...bad('tenantId') };
  return (
    <Card title="Call and member">
      <Fields>
        {facilities === null ? (
          <Field {...facility} hint="Its name, or a part of it" maxlength={40} />
        ) : (
          <Select
            {...facility}
            empty="Choose the facility"
            options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Field
          name="caller"
          label="Who rang"
          hint="Name and function, as they gave it"
          value={typed.caller}
          maxlength={120}
          autocomplete="off"
          {...bad('caller')}
        />
        <Field
          name="calledAt"
          label="When"
          type="datetime-local"
          value={typed.calledAt}
          {...bad('calledAt')}
        />
        <MemberFields body={body} errors={errors} />
      </Fields>
      <WhoItIs who={who} blamed={errors.memberId !== undefined} />
    </Card>
  );
}

/** A request taken by telephone, filed by the tenant's own people, with eligibility beside it. */
export function TelephonePage(props: TelephonePageProps) {
  const { slug, commandId, entry, view, afterwardsHours } = props;
  const { errors, assessment, currency } = view;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title="Enter a request"
        crumbs={[{ label: 'Authorizations', href: to.authorizations() }]}
        lead="Taken by telephone. It is marked with your name and the caller's, and somebody else must approve it."
      />
      <div class="split">
        <Form
          action={to.newAuthorization()}
          commandId={commandId}
          errors={errors}
          refused="Not filed."
          id="draft"
          data-lines
        >
          <button type="submit" name="go" value="check" class="unseen" tabIndex={-1} aria-hidden="true">
            Check
          </button>
          <Call {...props} />
          <PlanFields {...{ entry, errors, afterwardsHours }} />
          <DiagnosisFields view={{ ...view, body: entry.body }} />
          <AskedFields entry={entry} view={view} />
          <Card>
            <NotesField entry={entry} errors={errors} />
          </Card>
          <TypedAssessment action={to.newAuthorizationAssessment()} />
          <Actions plainly>
            <Button name="go" value="check">
              Check
            </Button>
            <Button look="primary" name="go" value="file" keys="s">
              File the request
            </Button>
          </Actions>
        </Form>
        <aside class="after" aria-label="What it comes to">
          <RequestTotals assessment={assessment} currency={currency} />
        </aside>
      </div>
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { AskedFields, NotesField, PlanFields } from '../../authorizations/entry-fields.tsx';
import type { RequestEntry } from '../../authorizations/request-entry.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions, Fields, Form, firstBad } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Select } from '../../ui/select.tsx';
import { DiagnosisFields } from '../diagnosis-fields.tsx';
import type { DraftView } from '../draft-view.ts';
import { TypedAssessment } from '../live-assessment.tsx';
import { MemberFields } from '../member-fields.tsx';
import { WhoItIs, type WhoShown } from '../who-it-is.tsx';
import { RequestTotals } from './request-totals.tsx';

export type NewRequestPageProps = {
  /** its id is where the files of it are until it is sent */
  view: DraftView;
  entry: RequestEntry;
  who: WhoShown | null | undefined;
  afterwardsHours: number;
  files: ComponentChildren;
};

function Whose({ view, entry, who }: NewRequestPageProps) {
  const { errors, tenants } = view;
  return (
    <Card title="Patient">
      <Fields>
        <Select
          name="tenantId"
          label="HMO"
          empty="Choose the HMO"
          value={entry.body.tenantId}
          options={tenants.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors.tenantId}
          autofocus={firstBad(errors, 'tenantId')}
        />
        <MemberFields body={entry.body} errors={errors} hint="As it stands on the card" />
      </Fields>
      <WhoItIs who={who} blamed={errors.memberId !== undefined} />
    </Card>
  );
}

/** Where the files of a request are kept until it is sent; they belong to one HMO, whose records they are in. */
export function RequestFiles({ tenantId, children }: { tenantId: string; children: ComponentChildren }) {
  return (
    <div id="request-files">
      <input type="hidden" name="filesOf" value={tenantId} form="draft" />
      {children}
    </div>
  );
}

/** Asks one HMO beforehand whether services will be paid for, on one page. */
export function NewRequestPage(props: NewRequestPageProps) {
  const { view, entry, afterwardsHours, files } = props;
  const { errors, commandId, assessment, currency } = view;
  const to = paths.provider;
  return (
    <>
      <PageHeader
        title="Request authorization"
        crumbs={[{ label: 'Authorizations', href: to.authorizations() }]}
        lead="The HMO's clock starts when it is sent. Where a rule of theirs fits, the code comes at once."
      />
      {view.tenants.length === 0 ? (
        <Notice tone="warn">
          You have no HMO yet: <a href={to.network()}>ask one for a link</a> first.
        </Notice>
      ) : null}
      <div class="split">
        <Form
          action={to.newAuthorization()}
          commandId={commandId}
          errors={errors}
          refused="Not sent."
          id="draft"
          data-lines
        >
          <input type="hidden" name="request" value={view.id} />
          <button type="submit" name="go" value="check" class="unseen" tabIndex={-1} aria-hidden="true">
            Check
          </button>
          <Whose {...props} />
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
              Send the request
            </Button>
          </Actions>
        </Form>
        <aside class="after" aria-label="What it comes to, and files">
          <RequestTotals assessment={assessment} currency={currency} />
          <RequestFiles tenantId={view.tenant?.id ?? ''}>{files}</RequestFiles>
        </aside>
      </div>
    </>
  );
}

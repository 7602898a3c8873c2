import type { Judgement } from '../../../schema/domain/adjudication/judgement.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import type { DraftBody } from '../../../schema/forms/draft.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { paths } from '../../paths.ts';
import { AssessmentSums } from '../../provider/assessment-sums.tsx';
import { DiagnosisFields } from '../../provider/diagnosis-fields.tsx';
import { newRow } from '../../provider/draft-rows.ts';
import { draftTotal } from '../../provider/draft-total.ts';
import type { EntryView } from '../../provider/draft-view.ts';
import { blankLine, LineFields } from '../../provider/line-fields.tsx';
import { MemberFields } from '../../provider/member-fields.tsx';
import { EncounterFields } from '../../provider/patient-step.tsx';
import { WhoItIs, type WhoShown } from '../../provider/who-it-is.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Fields, Form, firstBad } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Select } from '../../ui/select.tsx';

export type EntryPageProps = {
  slug: string;
  commandId: string;
  body: DraftBody;
  view: EntryView;
  /** the facilities to choose from; null: they are too many, and one is typed */
  facilities: readonly { id: string; name: string }[] | null;
  who: WhoShown | null | undefined;
  /** what adjudication would say of it now; null: nobody can say yet */
  judgement: Judgement | null;
};

function WhoseIsIt({ body, view, facilities, who }: EntryPageProps) {
  const { errors } = view;
  const bad = (name: string) => ({ error: errors[name], autofocus: firstBad(errors, name) });
  const facility = { name: 'tenantId', label: 'Facility', value: body.tenantId, ...bad('tenantId') };
  return (
    <Card title="Facility and member">
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
        <MemberFields body={body} errors={errors} />
      </Fields>
      <WhoItIs who={who} blamed={errors.memberId !== undefined} />
    </Card>
  );
}

function Lines({ body, view }: EntryPageProps) {
  const lines = body.lines.length === 0 ? [blankLine] : body.lines;
  const total = (
    <b>
      Total {currencySign(view.currency)}{' '}
      <output data-sum>{formatMoney(draftTotal(lines), view.currency)}</output>
    </b>
  );
  return (
    <Card title="Lines" aside={total}>
      {lines.map((line, row) => (
        <LineFields view={view} line={line} row={row} />
      ))}
      <template data-line>
        <LineFields view={view} line={blankLine} row={newRow} />
      </template>
      <div>
        <Button name="add" value="lines" keys="+" slim>
          Add a line
        </Button>
      </div>
    </Card>
  );
}

/** A claim entered by the tenant's own people on a facility's behalf, on one page; it is judged as it stands before it is filed. */
export function EntryPage(props: EntryPageProps) {
  const { slug, commandId, body, view, judgement } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title="Enter a claim"
        crumbs={[{ label: 'Claims', href: to.claims() }]}
        lead="On a facility's behalf. It is marked with your name, and somebody else must approve it."
      />
      <Form action={to.newClaim()} commandId={commandId} errors={view.errors} refused="Not filed." data-lines>
        <button type="submit" name="go" value="check" class="unseen" tabIndex={-1} aria-hidden="true">
          Check
        </button>
        <WhoseIsIt {...props} />
        <EncounterFields view={{ body, errors: view.errors }} />
        <DiagnosisFields view={{ ...view, body }} />
        <Lines {...props} />
        {judgement === null ? null : (
          <Card title="What it comes to">
            <AssessmentSums judgement={judgement} currency={view.currency} />
          </Card>
        )}
        <Actions plainly>
          <Button name="go" value="check">
            Check
          </Button>
          <Button look="primary" name="go" value="file" keys="s">
            File the claim
          </Button>
        </Actions>
      </Form>
    </>
  );
}

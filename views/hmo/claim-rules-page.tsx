import type { StraightThrough } from '../../schema/domain/tenant-settings.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Fields, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Checkbox } from '../ui/radio-group.tsx';
import { StraightThroughExamples } from './straight-through-examples.tsx';

/** The rules as typed: shown again, unchanged, when they are refused. */
export interface ClaimRulesEntry {
  filingWindowDays: string;
  receivesAutomatically: boolean;
  on: boolean;
  name: string;
  amountMax: string;
  riskMax: string;
  sampleOneIn: string;
}

export type ClaimRulesPageProps = {
  slug: string;
  currency: string;
  entry: ClaimRulesEntry;
  errors: FormErrors;
  /** what is in force, for the examples */
  inForce: StraightThrough;
  /** null: this person sees the rules and does not change them */
  commandId: string | null;
  saved: boolean;
};

function Intake({ entry, errors }: ClaimRulesPageProps) {
  return (
    <Card title="Coming in">
      <Fields>
        <Field
          name="filingWindowDays"
          label="Filing window, days"
          optional
          hint="From the day of service. A claim that comes later is refused with reason 29. Empty: claims may come at any time."
          inputmode="numeric"
          maxlength={6}
          value={entry.filingWindowDays}
          error={errors.filingWindowDays}
          autofocus={firstBad(errors, 'filingWindowDays')}
        />
      </Fields>
      <Checkbox
        name="receivesAutomatically"
        label="Receive claims automatically"
        checked={entry.receivesAutomatically}
        note="A claim that passes intake enters the queue by itself and its clock starts. Otherwise somebody with claim.receive looks first."
      />
    </Card>
  );
}

function StraightThroughFields({ entry, errors, currency, inForce }: ClaimRulesPageProps) {
  const typed = (name: 'name' | 'amountMax' | 'riskMax' | 'sampleOneIn') => ({
    name,
    value: entry[name],
    error: errors[name],
    autofocus: firstBad(errors, name),
  });
  return (
    <Card
      title="Straight-through"
      aside={inForce.on ? <Badge tone="ok">On</Badge> : <Badge shape="ring">Off</Badge>}
    >
      <p>
        A claim whose every line passes, less only the co-pay and deductible that its plan says, and without a
        remark, can be approved by the system the moment it comes in. It is paid exactly as recommended; its
        history names the rule. Everything else goes to a person, as now, and so does what your own people
        enter for a facility.
      </p>
      <Checkbox
        name="on"
        label="Approve such claims without a person"
        checked={entry.on}
        note="Takes effect for claims that come in from now on."
      />
      <Fields>
        <Field
          {...typed('name')}
          label="Name of the rule"
          hint="Stands in the history: approved by rule …"
          maxlength={60}
        />
        <Field
          {...typed('amountMax')}
          label={`Most that is paid so, ${currency}`}
          hint="For the whole claim, by you; one above it goes to a person."
          amount
          maxlength={20}
        />
        <Field
          {...typed('riskMax')}
          label="Highest risk score"
          hint="0 to 100; a claim above it goes to a person."
          amount
          inputmode="numeric"
          maxlength={3}
        />
        <Field
          {...typed('sampleOneIn')}
          label="One in so many is checked"
          hint="That share of claims that pass goes to a person all the same. 20: one in twenty."
          amount
          inputmode="numeric"
          maxlength={4}
        />
      </Fields>
    </Card>
  );
}

/** What holds for every claim: how it comes in, and what the system may approve by itself. */
export function ClaimRulesPage(props: ClaimRulesPageProps) {
  const { slug, errors, commandId, saved, inForce, currency } = props;
  const fields = (
    <>
      <Intake {...props} />
      <StraightThroughFields {...props} />
    </>
  );
  return (
    <>
      <PageHeader title="Claim rules" lead="How claims come in, and which of them need no person." />
      {saved ? <Notice tone="ok">Saved. The rules hold from the next claim on.</Notice> : null}
      <div class="split">
        {commandId === null ? (
          <div class="stack">
            <Notice>Your role sees these rules. Changing them takes the permission settings.update.</Notice>
            <fieldset class="stack" disabled>
              <legend class="unseen">Claim rules</legend>
              {fields}
            </fieldset>
          </div>
        ) : (
          <Form action={paths.staff(slug).claimRules()} commandId={commandId} errors={errors}>
            {fields}
            <div class="cluster">
              <Button look="primary" keys="s">
                Save rules
              </Button>
            </div>
          </Form>
        )}
        <aside class="after" aria-label="What the rules do">
          <StraightThroughExamples rule={inForce} currency={currency} />
        </aside>
      </div>
    </>
  );
}

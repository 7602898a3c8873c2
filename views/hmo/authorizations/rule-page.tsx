import { urgencies } from '../../../schema/domain/authorizations/authorization.ts';
import type { RuleTrial } from '../../../schema/domain/authorizations/auto-rules.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import { formatMoney, type Minor } from '../../../schema/domain/money.ts';
import { urgencyWords } from '../../authorizations/words.ts';
import { facilityKindWords } from '../../network/link-words.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CheckGroup } from '../../ui/check-group.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Checkbox } from '../../ui/radio-group.tsx';
import { trialWords } from './rules-page.tsx';

/** A rule as typed: lists with commas between their parts. */
export interface RuleEntry {
  name: string;
  on: boolean;
  plans: string;
  services: string;
  groups: string;
  amountMax: string;
  quantityMax: string;
  facilityKinds: readonly string[];
  urgencies: readonly string[];
  diagnoses: string;
  times: string;
  days: string;
  riskMax: string;
}

/** What the rule would have done, with those that people rejected. */
export interface ShownTrial extends Pick<RuleTrial, 'requests' | 'would' | 'rejected'> {
  examples: readonly { number: string; facilityName: string; decidedAt: Moment; requested: Minor }[];
  /** there were more requests than were looked at */
  cut: boolean;
}

export type RulePageProps = {
  slug: string;
  zone: string;
  currency: string;
  /** `new`, or its place in their order */
  place: string;
  commandId: string;
  entry: RuleEntry;
  errors: FormErrors;
  /** tried just now; null: not */
  trial: ShownTrial | null;
  /** whether this person may change it */
  edits: boolean;
};

function Trial({ slug, zone, currency, trial }: RulePageProps) {
  const to = paths.staff(slug);
  if (trial === null)
    return (
      <Card title="Last 90 days">
        <p class="mute">
          Try it: what it would have approved of what was decided in the last 90 days, and what of that your
          people rejected. A rule can be switched on once it was tried as it is.
        </p>
      </Card>
    );
  return (
    <Card title="Last 90 days" kind="lead" id="trial">
      <p>
        It <b>{trialWords(trial)}</b>.{trial.cut ? ' Only the newest were looked at.' : ''}
      </p>
      {trial.examples.length === 0 ? null : (
        <>
          <p class="hint">Rejected by people:</p>
          <ul class="links">
            {trial.examples.map(({ number, facilityName, decidedAt, requested }) => (
              <li>
                <span>
                  <a href={to.authorization(number)}>{number}</a> <bdi>{facilityName}</bdi>,{' '}
                  {formatMoney(requested, currency, { symbol: true })}
                </span>
                <MomentText at={decidedAt} timeZone={zone} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Conditions({ entry, errors, currency }: RulePageProps) {
  const typed = (name: Exclude<keyof RuleEntry, 'on' | 'facilityKinds' | 'urgencies'>) => ({
    name,
    value: entry[name],
    error: errors[name],
    autofocus: firstBad(errors, name),
  });
  const codes = 'Codes with commas between them; empty: all.';
  return (
    <>
      <Card title="What it answers">
        <Fields>
          <Field {...typed('services')} label="Services" optional hint={codes} maxlength={2000} />
          <Field {...typed('groups')} label="Groups of services" optional hint={codes} maxlength={600} />
          <Field {...typed('plans')} label="Plans" optional hint={codes} maxlength={600} />
          <Field
            {...typed('diagnoses')}
            label="Diagnoses"
            optional
            hint="ICD-10 codes or spans, such as B50-B54, I10; one is enough."
            maxlength={600}
          />
        </Fields>
        <CheckGroup
          name="urgencies"
          label="Urgency; none ticked: any"
          choices={urgencies.map((each) => ({ value: each, label: urgencyWords[each] }))}
          values={entry.urgencies}
        />
        <CheckGroup
          name="facilityKinds"
          label="Kinds of facility; none ticked: any"
          choices={Object.entries(facilityKindWords).map(([value, label]) => ({ value, label }))}
          values={entry.facilityKinds}
        />
      </Card>
      <Card title="Up to what">
        <Fields>
          <Field {...typed('amountMax')} label={`Most of a line, ${currency}`} amount maxlength={20} />
          <Field
            {...typed('quantityMax')}
            label="Most units of a line"
            amount
            inputmode="numeric"
            maxlength={4}
          />
          <Field {...typed('times')} label="How often" optional amount inputmode="numeric" maxlength={3} />
          <Field
            {...typed('days')}
            label="… within days"
            optional
            amount
            inputmode="numeric"
            maxlength={3}
            hint="For the same person and service, this time included."
          />
          <Field
            {...typed('riskMax')}
            label="Highest risk score"
            amount
            inputmode="numeric"
            maxlength={3}
            hint="0 to 100; a request above it goes to a person."
          />
        </Fields>
      </Card>
    </>
  );
}

function Whole(props: RulePageProps) {
  const { entry, errors } = props;
  return (
    <>
      <Card>
        <Field
          name="name"
          label="Name of the rule"
          hint="Stands with every request that it answers; the facility sees it."
          maxlength={60}
          value={entry.name}
          error={errors.name}
          autofocus={firstBad(errors, 'name')}
        />
      </Card>
      <Conditions {...props} />
      <Card>
        <Checkbox name="on" label="Answer such requests at once" checked={entry.on} />
        {errors.on === undefined ? null : (
          <span class="error" id="f-on">
            {errors.on}
          </span>
        )}
      </Card>
    </>
  );
}

/** One rule: its conditions, what it would have done, and whether it answers. */
export function AuthorizationRulePage(props: RulePageProps) {
  const { slug, place, commandId, entry, errors, edits } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title={place === 'new' ? 'New rule' : entry.name}
        crumbs={[
          { label: 'Authorizations', href: to.authorizations() },
          { label: 'Rules', href: to.authorizationRules() },
        ]}
      />
      <div class="split">
        {edits ? (
          <Form action={to.authorizationRule(place)} commandId={commandId} errors={errors}>
            <button type="submit" name="go" value="try" class="unseen" tabIndex={-1} aria-hidden="true">
              Try
            </button>
            <Whole {...props} />
            <Actions plainly>
              <Button name="go" value="try">
                Try on the last 90 days
              </Button>
              <Button look="primary" name="go" value="save" keys="s">
                Save the rule
              </Button>
              {place === 'new' ? null : (
                <Button look="quiet" name="go" value="remove">
                  Remove it
                </Button>
              )}
            </Actions>
          </Form>
        ) : (
          <div class="stack">
            <Notice>
              Your role sees the rules. Changing them takes the permission authorization.rule_update.
            </Notice>
            <fieldset class="stack" disabled>
              <legend class="unseen">The rule</legend>
              <Whole {...props} />
            </fieldset>
          </div>
        )}
        <aside class="after" aria-label="What it would have done">
          <Trial {...props} />
        </aside>
      </div>
    </>
  );
}

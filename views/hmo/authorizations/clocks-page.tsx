import { type Urgency, urgencies } from '../../../schema/domain/authorizations/authorization.ts';
import { type PlanScheme, planSchemes } from '../../../schema/domain/plans/plan.ts';
import { urgencyWords } from '../../authorizations/words.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { EnterSaves, Fields, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Checkbox } from '../../ui/radio-group.tsx';

/** One scheme's clock as typed: minutes, by urgency. */
export interface ClockEntry {
  within: Readonly<Record<Urgency, string>>;
  queryStops: boolean;
  mayProceed: boolean;
}

/** The settings as typed: shown again, unchanged, when they are refused. */
export interface ClocksEntry {
  clocks: Readonly<Record<PlanScheme, ClockEntry>>;
  validDays: string;
  afterwardsHours: string;
  appealDays: string;
}

export type ClocksPageProps = {
  slug: string;
  entry: ClocksEntry;
  errors: FormErrors;
  /** null: this person sees the settings and does not change them */
  commandId: string | null;
  saved: boolean;
};

const schemeWords: Readonly<Record<PlanScheme, { title: string; lead: string }>> = {
  nhia: {
    title: 'NHIA plans',
    lead: 'Its directive of 1 April 2025: a code or a reasoned no within one hour; past it the facility may proceed and report.',
  },
  private: { title: 'Private plans', lead: 'What you promise your own clients.' },
  state: { title: 'State schemes', lead: 'As the state scheme says.' },
  community: { title: 'Community plans', lead: 'As the community scheme says.' },
};

/** The name of a scheme's field: `clocks.nhia.URGENT`. */
export const clockField = (scheme: PlanScheme, part: Urgency | 'queryStops' | 'mayProceed'): string =>
  `clocks.${scheme}.${part}`;

function SchemeCard({
  scheme,
  entry,
  errors,
}: { scheme: PlanScheme } & Pick<ClocksPageProps, 'entry' | 'errors'>) {
  const clock = entry.clocks[scheme];
  const { title, lead } = schemeWords[scheme];
  return (
    <Card title={title}>
      <p class="mute">{lead}</p>
      <Fields>
        {urgencies.map((urgency) => {
          const name = clockField(scheme, urgency);
          return (
            <Field
              name={name}
              label={`${urgencyWords[urgency]}, minutes`}
              amount
              inputmode="numeric"
              maxlength={6}
              value={clock.within[urgency]}
              error={errors[name]}
              autofocus={firstBad(errors, name)}
            />
          );
        })}
      </Fields>
      <Checkbox
        name={clockField(scheme, 'queryStops')}
        label="A query stops the clock"
        checked={clock.queryStops}
        note="It goes on when the facility has answered, due later by as long as it stood."
      />
      <Checkbox
        name={clockField(scheme, 'mayProceed')}
        label="Past it the facility may proceed"
        checked={clock.mayProceed}
        note="It gets a breach reference, which its claim names in place of a code."
      />
    </Card>
  );
}

function Terms({ entry, errors }: Pick<ClocksPageProps, 'entry' | 'errors'>) {
  const typed = (name: 'validDays' | 'afterwardsHours' | 'appealDays') => ({
    name,
    value: entry[name],
    error: errors[name],
    autofocus: firstBad(errors, name),
    amount: true,
    inputmode: 'numeric' as const,
    maxlength: 4,
  });
  return (
    <Card title="Codes and appeals">
      <Fields>
        <Field
          {...typed('validDays')}
          label="A code is valid, days"
          hint="Where the decision says nothing else; it covers the day of service in any case."
        />
        <Field
          {...typed('afterwardsHours')}
          label="Emergencies afterwards, hours"
          hint="So long after care began an emergency may be filed."
        />
        <Field
          {...typed('appealDays')}
          label="Appeals, days"
          hint="So long after a decision the facility may appeal."
        />
      </Fields>
    </Card>
  );
}

/** How long requests may wait, by scheme and urgency, and how long codes can be used. */
export function ClocksPage(props: ClocksPageProps) {
  const { slug, entry, errors, commandId, saved } = props;
  const fields = (
    <>
      {planSchemes.map((scheme) => (
        <SchemeCard {...{ scheme, entry, errors }} />
      ))}
      <Terms {...{ entry, errors }} />
    </>
  );
  return (
    <>
      <PageHeader
        title="Authorization clocks"
        lead="Clocks run day and night. In their last quarter those who may decide are told, at their end the claims managers."
      />
      {saved ? (
        <Notice tone="ok">Saved. What was filed before keeps the clock it was filed under.</Notice>
      ) : null}
      <div class="narrow">
        {commandId === null ? (
          <div class="stack">
            <Notice>
              Your role sees these settings. Changing them takes the permission settings.update.
            </Notice>
            <fieldset class="stack" disabled>
              <legend class="unseen">Authorization clocks</legend>
              {fields}
            </fieldset>
          </div>
        ) : (
          <Form action={paths.staff(slug).authorizationClocks()} commandId={commandId} errors={errors}>
            <EnterSaves />
            {fields}
            <div class="cluster">
              <Button look="primary" keys="s">
                Save
              </Button>
            </div>
          </Form>
        )}
      </div>
    </>
  );
}

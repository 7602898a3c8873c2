import { encounterTypes } from '../../../schema/domain/claims/claim.ts';
import type { RankingProgress } from '../../../schema/domain/claims/rank.ts';
import { encounterWords } from '../../claims/encounter-words.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { EnterSaves, Fields, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Select } from '../../ui/select.tsx';
import type { FilterChoice, FilterChoices } from '../set-filters.ts';
import { RankingMark } from './ranking-mark.tsx';
import { type Trial, TrialCard } from './trial-card.tsx';

/** One rule as typed. */
export interface RuleEntry {
  name: string;
  hours: string;
  facilityId: string;
  clientCode: string;
  planCode: string;
  serviceGroup: string;
  encounterType: string;
  amountFrom: string;
  amountTo: string;
}

/** A rule that nothing was typed of. */
export const blankRule: RuleEntry = {
  name: '',
  hours: '',
  facilityId: '',
  clientCode: '',
  planCode: '',
  serviceGroup: '',
  encounterType: '',
  amountFrom: '',
  amountTo: '',
};

/** The rules as typed: shown again, unchanged, when they are refused or tried. */
export interface QueueRulesEntry {
  highValue: string;
  rules: readonly RuleEntry[];
}

export type QueueRulesPageProps = {
  slug: string;
  currency: string;
  entry: QueueRulesEntry;
  errors: FormErrors;
  choices: FilterChoices & { groups: FilterChoice };
  /** null: this person sees the rules and does not change them */
  commandId: string | null;
  saved: boolean;
  ranking: RankingProgress;
  /** how the queue would look; null: it was not asked */
  trial: Trial | null;
};

type RuleFieldsProps = Pick<QueueRulesPageProps, 'currency' | 'errors' | 'choices'> & {
  rule: RuleEntry;
  nth: number | '__i__';
};

function ChoiceField(props: {
  name: string;
  label: string;
  choice: FilterChoice;
  value: string;
  error?: string | undefined;
}) {
  const { name, label, choice, value, error } = props;
  if ('meant' in choice)
    return <Field {...{ name, label, error }} value={value} placeholder="Any" maxlength={60} />;
  const options = choice.all.map((each) => ({ value: each.id, label: each.name }));
  return <Select {...{ name, label, value, error, options }} empty="Any" />;
}

/** One rule: what it is called, what it does, and which claims it is for. */
function RuleFields({ rule, nth, currency, errors, choices }: RuleFieldsProps) {
  const named = (field: keyof RuleEntry) => {
    const name = `rules.${nth}.${field}`;
    return { name, value: rule[field], error: errors[name], autofocus: firstBad(errors, name) };
  };
  const chosen = (field: keyof RuleEntry) => {
    const { autofocus: _, ...rest } = named(field);
    return rest;
  };
  const kinds = encounterTypes.map((each) => ({ value: each, label: encounterWords[each] }));
  return (
    <fieldset data-line class="card stack">
      <legend class="unseen">{rule.name || 'A new rule'}</legend>
      <Fields>
        <Field {...named('name')} label="Name" maxlength={60} />
        <Field
          {...named('hours')}
          label="Hours earlier"
          hint="Below zero: later, for example −4"
          amount
          maxlength={5}
        />
        <ChoiceField {...chosen('facilityId')} label="Facility" choice={choices.facilities} />
        <ChoiceField {...chosen('clientCode')} label="Client" choice={choices.clients} />
        <ChoiceField {...chosen('planCode')} label="Plan" choice={choices.plans} />
        <ChoiceField {...chosen('serviceGroup')} label="Service group" choice={choices.groups} />
        <Select {...chosen('encounterType')} label="Encounter" empty="Any" options={kinds} />
        <Field {...named('amountFrom')} label={`Billed from, ${currency}`} amount maxlength={20} />
        <Field {...named('amountTo')} label={`Billed up to, ${currency}`} amount maxlength={20} />
      </Fields>
      <div class="cluster">
        <Button look="quiet" name="remove" value={String(nth)} slim>
          Remove rule
        </Button>
      </div>
    </fieldset>
  );
}

function Everything(props: QueueRulesPageProps) {
  const { entry, errors, currency } = props;
  return (
    <>
      <Card title="What moves every claim">
        <p>
          A claim stands at its due moment; a risk score of 100 puts it 24 hours earlier, and a high value 12
          hours, in proportion below.
        </p>
        <Fields>
          <Field
            name="highValue"
            label={`High value, ${currency}`}
            value={entry.highValue}
            error={errors.highValue}
            autofocus={firstBad(errors, 'highValue')}
            amount
            maxlength={20}
          />
        </Fields>
      </Card>
      <h2>Rules</h2>
      <p class="mute">
        A claim moves by the sum of the rules that match; what a rule leaves open matches any claim.
      </p>
      {entry.rules.map((rule, nth) => (
        <RuleFields {...props} rule={rule} nth={nth} />
      ))}
    </>
  );
}

/** How the queue is ordered beyond due moments, and how it would look before it is saved. */
export function QueueRulesPage(props: QueueRulesPageProps) {
  const { slug, errors, commandId, saved, ranking, trial } = props;
  return (
    <>
      <PageHeader title="Queue order" lead="Which claims stand earlier or later than they are due." />
      {saved ? <Notice tone="ok">Saved. New claims are ranked by it at once.</Notice> : null}
      <RankingMark {...ranking} />
      {commandId === null ? (
        <div class="stack">
          <Notice>Your role sees these rules. Changing them takes the permission settings.update.</Notice>
          <fieldset class="stack" disabled>
            <legend class="unseen">Queue order</legend>
            <Everything {...props} />
          </fieldset>
        </div>
      ) : (
        <Form action={paths.staff(slug).queueRules()} commandId={commandId} errors={errors}>
          <EnterSaves />
          <div class="stack" data-lines>
            <Everything {...props} />
            <template data-line>
              <RuleFields {...props} errors={{}} rule={blankRule} nth="__i__" />
            </template>
            <div class="cluster">
              <Button name="add" value="1">
                Add a rule
              </Button>
            </div>
          </div>
          {trial === null ? null : <TrialCard trial={trial} slug={slug} />}
          <div class="cluster">
            <Button name="try" value="1">
              Try on the queue
            </Button>
            <Button look="primary" keys="s">
              Save rules
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}

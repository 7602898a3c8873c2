import type { RiskRule } from '../../../schema/domain/risk/flag.ts';
import {
  openEvents,
  precisionOf,
  type RuleCounts,
  suggestsDemotion,
} from '../../../schema/domain/risk/rule-counts.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CheckGroup } from '../../ui/check-group.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Checkbox } from '../../ui/radio-group.tsx';
import { riskRules, ruleMeans, ruleNames } from './risk-words.ts';
import { thresholdNames } from './threshold-words.ts';

/** One rule as typed: shown again, unchanged, when it is refused. */
export interface RuleEntry {
  on: boolean;
  weight: string;
  /** by the name of the setting */
  thresholds: Readonly<Record<string, string>>;
  /** the groups of services it looks at, for the one rule that names them */
  groups: readonly string[] | null;
}

export type RulesPageProps = {
  slug: string;
  entry: Readonly<Record<RiskRule, RuleEntry>>;
  counts: Readonly<Partial<Record<RiskRule, RuleCounts>>>;
  groups: readonly { code: string; name: string }[];
  errors: FormErrors;
  saved: boolean;
  /** null: this person sees the rules and does not change them */
  commandId: string | null;
};

const percent = (share: number) => `${Math.round(share * 100)}%`;

function Measured({ slug, rule, counts }: { slug: string; rule: RiskRule; counts: RuleCounts | undefined }) {
  if (counts === undefined || counts.raised === 0) return <p class="mute">Nothing raised yet.</p>;
  const precision = precisionOf(counts);
  const { raised, confirmed, dismissed } = counts;
  return (
    <>
      <p class="mute">
        Precision <b>{precision === null ? 'not measured yet' : percent(precision)}</b> · raised {raised},
        confirmed {confirmed}, dismissed {dismissed},{' '}
        <a href={paths.staff(slug).risk({ rule })}>{openEvents(counts)} open</a>
      </p>
      {suggestsDemotion(counts) ? (
        <Notice tone="warn" title="Weigh it less?">
          Under a tenth of what was looked at was confirmed. Lower the weight, raise its thresholds, or turn
          it off.
        </Notice>
      ) : null}
    </>
  );
}

function Rule({ rule, ...props }: RulesPageProps & { rule: RiskRule }) {
  const { slug, entry, counts, errors, groups } = props;
  const { on, weight, thresholds, groups: chosen } = entry[rule];
  const field = (name: string, label: string, value: string) => (
    <Field
      name={`${rule}.${name}`}
      label={label}
      amount
      maxlength={12}
      value={value}
      error={errors[`${rule}.${name}`]}
      autofocus={firstBad(errors, `${rule}.${name}`)}
    />
  );
  return (
    <Card
      title={ruleNames[rule]}
      id={`rule-${rule}`}
      aside={on ? <Badge tone="ok">On</Badge> : <Badge shape="ring">Off</Badge>}
    >
      <p>{ruleMeans[rule]}</p>
      <Measured slug={slug} rule={rule} counts={counts[rule]} />
      <Checkbox name={`${rule}.on`} label="Look for it" checked={on} />
      <Fields>
        {field('weight', 'Weight, 0 to 0.99', weight)}
        {Object.entries(thresholdNames[rule]).map(([name, label]) =>
          field(name, label, thresholds[name] ?? ''),
        )}
      </Fields>
      {chosen === null ? null : (
        <CheckGroup
          name={`${rule}.groups`}
          label="Services counted as procedures"
          choices={groups.map(({ code, name }) => ({ value: code, label: name }))}
          values={chosen}
          error={errors[`${rule}.groups`]}
        />
      )}
    </Card>
  );
}

/** Each risk rule: whether it looks, how much it weighs, its thresholds, and how often it was right. */
export function RiskRulesPage(props: RulesPageProps) {
  const { slug, errors, saved, commandId } = props;
  const to = paths.staff(slug);
  const rules = (
    <div class="deck ragged">
      {riskRules.map((rule) => (
        <Rule {...props} rule={rule} />
      ))}
    </div>
  );
  return (
    <>
      <PageHeader
        title="Risk rules"
        crumbs={[{ label: 'Risk', href: to.risk() }]}
        lead="Each rule that finds something takes its weight of what is left of 100 points: 0.6 and 0.25 make a score of 70. A change counts for what comes in, or is answered, from then on, and for earlier claims that make a pattern with it. What was raised before keeps its weight."
      />
      {saved ? (
        <Notice tone="ok">
          Saved. They look at what comes in, or is answered, from now on; what was raised before stays as it
          is.
        </Notice>
      ) : null}
      {commandId === null ? (
        <>
          <Notice>Your role sees these rules. Changing them takes the permission risk.rule_update.</Notice>
          <fieldset class="stack" disabled>
            <legend class="unseen">Risk rules</legend>
            {rules}
          </fieldset>
        </>
      ) : (
        <Form action={to.riskRules()} commandId={commandId} errors={errors}>
          {rules}
          <Actions plainly>
            <Button look="primary" keys="s">
              Save rules
            </Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

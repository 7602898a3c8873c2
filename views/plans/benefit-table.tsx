import type { Benefit, PlanRules } from '../../schema/domain/plans/plan.ts';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';
import { conditionWords, coversWords, hasLimit, limitWords, payWords } from './benefit-words.ts';
import { Lines } from './lines.tsx';
import type { PlanNames } from './names.ts';
import { deductibleWords, dependantWords, moveWords, overallWords } from './plan-words.ts';

/** Limits of its own, then the benefit whose limit it uses up. */
function limitsOf(benefit: Benefit, rules: PlanRules, names: PlanNames): string[] {
  const around = rules.benefits.find(({ code }) => code === benefit.within);
  if (around === undefined) return limitWords(benefit, names);
  const own = hasLimit(benefit) ? limitWords(benefit, names) : [];
  return [...own, `Within the limit of ${around.name}`];
}

function benefitSpec(rules: PlanRules, names: PlanNames): TableSpec<Benefit> {
  return {
    phone: 'labels',
    columns: [
      {
        label: 'Benefit',
        cell: (benefit) => {
          const covers = coversWords(benefit, names).join(', ');
          return (
            <>
              {benefit.name}
              {covers === '' || covers === benefit.name ? null : <small>{covers}</small>}
            </>
          );
        },
      },
      { label: 'Limit', cell: (benefit) => <Lines words={limitsOf(benefit, rules, names)} /> },
      { label: 'You pay', cell: (benefit) => <Lines words={payWords(benefit, names)} /> },
      {
        label: 'Conditions',
        cell: (benefit) => {
          const words = conditionWords(benefit, names);
          return words.length === 0 ? <span class="mute">None</span> : <Lines words={words} />;
        },
      },
    ],
  };
}

/** Everything that is not covered, in the words made for people: the plan's first, then by benefit. */
function Exclusions({ rules }: { rules: PlanRules }) {
  const own = rules.benefits.filter(({ exclusions }) => exclusions.length > 0);
  if (rules.exclusions.length === 0 && own.length === 0) return null;
  return (
    <Card title="Not covered">
      <ul class="dotted">
        {rules.exclusions.map(({ wording }) => (
          <li>{wording}</li>
        ))}
        {own.flatMap(({ name, exclusions }) =>
          exclusions.map(({ wording }) => (
            <li>
              <b>{name}:</b> {wording}
            </li>
          )),
        )}
      </ul>
    </Card>
  );
}

/** What a plan version gives, in plain words: the same for staff and for whoever is covered by it. */
export function BenefitTable({ rules, names }: { rules: PlanRules; names: PlanNames }) {
  return (
    <>
      <Card title="Over all benefits">
        <Facts
          facts={[
            ['Overall limit', overallWords(rules, names)],
            ['You pay first', deductibleWords(rules, names)],
            ['Who can be added', dependantWords(rules)],
            ['After a plan move', moveWords(rules)],
          ]}
        />
      </Card>
      <div class="even">
        <Table spec={benefitSpec(rules, names)} rows={rules.benefits} label="Benefits" loose />
      </div>
      <Exclusions rules={rules} />
    </>
  );
}

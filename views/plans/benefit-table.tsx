import type { Benefit, PlanRules } from '../../schema/domain/plans/plan.ts';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';
import {
  coversWords,
  limitWords,
  payWords,
  permissionWords,
  waitingWords,
  whereWords,
  whoWords,
} from './benefit-words.ts';
import { Lines } from './lines.tsx';
import type { PlanNames } from './names.ts';
import { deductibleWords, dependantWords, moveWords, overallWords } from './plan-words.ts';

function benefitSpec(rules: PlanRules, names: PlanNames): TableSpec<Benefit> {
  const around = (code: string) => rules.benefits.find((each) => each.code === code)?.name ?? code;
  return {
    phone: 'labels',
    columns: [
      {
        label: 'Benefit',
        cell: (benefit) => (
          <>
            {benefit.name}
            <small>{coversWords(benefit, names).join(', ')}</small>
            {benefit.within === null ? null : <small>Counts in {around(benefit.within)}</small>}
          </>
        ),
      },
      { label: 'Limit', cell: (benefit) => <Lines words={limitWords(benefit, names)} /> },
      { label: 'You pay', cell: (benefit) => <Lines words={payWords(benefit, names)} /> },
      { label: 'Waiting', cell: waitingWords },
      { label: 'For whom', muted: true, cell: whoWords },
      { label: 'Where', muted: true, cell: (benefit) => whereWords(benefit).join(', ') },
      { label: 'Permission', cell: (benefit) => permissionWords(benefit, names) },
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
      <Table spec={benefitSpec(rules, names)} rows={rules.benefits} label="Benefits" loose />
      <Exclusions rules={rules} />
    </>
  );
}

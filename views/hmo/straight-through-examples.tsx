import { formatMoney, type Minor } from '../../schema/domain/money.ts';
import type { StraightThrough } from '../../schema/domain/tenant-settings.ts';
import { Card } from '../ui/card.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';

interface Example {
  what: string;
  /** what would be paid */
  approved: Minor;
  risk: number;
  becomes: string;
}

const toPerson = 'Goes to a person';

/** Four claims that one can picture, and what becomes of each under the rule. */
function examplesOf({ on, name, amountMax, riskMax, sampleOneIn }: StraightThrough): Example[] {
  const small = Math.floor(amountMax / 2);
  const passes =
    sampleOneIn === 1
      ? 'Would pass, but every one is checked by a person'
      : `Approved by rule ${name}; one in ${sampleOneIn} is checked by a person`;
  const examples = [
    { what: 'Every line passes', approved: small, risk: 0, becomes: passes },
    { what: 'Every line passes, less the co-pay', approved: small, risk: 0, becomes: passes },
    { what: 'One line is above the tariff', approved: small, risk: 0, becomes: toPerson },
    { what: 'Every line passes', approved: amountMax + 100, risk: 0, becomes: toPerson },
    ...(riskMax === 100
      ? []
      : [{ what: 'Every line passes', approved: small, risk: riskMax + 1, becomes: toPerson }]),
  ];
  return on ? examples : examples.map((each) => ({ ...each, becomes: toPerson }));
}

const spec = (currency: string): TableSpec<Example> => ({
  phone: 'labels',
  columns: [
    { label: 'Claim', cell: ({ what }) => what },
    { label: 'To pay', numeric: true, cell: ({ approved }) => formatMoney(approved, currency) },
    { label: 'Risk', numeric: true, cell: ({ risk }) => risk },
    { label: 'Then', cell: ({ becomes }) => becomes },
  ],
});

/** What straight-through, as it is in force, does with claims that one can picture. */
export function StraightThroughExamples({ rule, currency }: { rule: StraightThrough; currency: string }) {
  return (
    <Card title={rule.on ? 'What it does now' : 'Off: what happens now'} kind="flush">
      <Table spec={spec(currency)} rows={examplesOf(rule)} label="Examples" loose />
      <p class="hint">
        {rule.on
          ? 'Examples by the rules as they are saved.'
          : 'Every claim goes to a person. Turn it on and save to see here what would pass.'}
      </p>
    </Card>
  );
}

import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Fields, firstBad } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { type Filled, one } from './entry.ts';

type MoneyFieldProps = { filled: Filled; name: string; label: string; hint: string };

/** An optional amount in the currency's whole units. */
export function MoneyField({ filled: { entry, errors }, name, label, hint }: MoneyFieldProps) {
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      amount
      value={one(entry, name)}
      error={errors[name]}
      autofocus={firstBad(errors, name)}
    />
  );
}

/** An optional whole number. */
export function NumberField({ filled: { entry, errors }, name, label, hint }: MoneyFieldProps) {
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      inputmode="numeric"
      autocomplete="off"
      value={one(entry, name)}
      error={errors[name]}
      autofocus={firstBad(errors, name)}
    />
  );
}

/** How much the plan pays, and how often. */
export function LimitFields({ filled, sign }: { filled: Filled; sign: string }) {
  const { entry, errors } = filled;
  return (
    <Card title="How much and how often">
      <p class="hint">
        Leave empty what has no limit. Limits count what the plan pays, after the enrollee’s part.
      </p>
      <Fields>
        <MoneyField
          filled={filled}
          name="limits.period"
          label={`Per year (${sign})`}
          hint="In a plan year, for example: 250,000."
        />
        <MoneyField
          filled={filled}
          name="limits.visit"
          label={`Per visit (${sign})`}
          hint="For one visit or stay, for example: 20,000."
        />
        <MoneyField
          filled={filled}
          name="limits.lifetime"
          label={`In a lifetime (${sign})`}
          hint="Over all years, for example: 2,000,000."
        />
      </Fields>
      <RadioGroup
        name="limits.sharedBy"
        label="Whose use counts towards the yearly and lifetime limits"
        choices={[
          { value: 'person', label: 'Each person has the limit to themselves' },
          { value: 'family', label: 'The whole family shares one limit' },
        ]}
        value={one(entry, 'limits.sharedBy') || 'person'}
        error={errors['limits.sharedBy']}
      />
      <Fields>
        <NumberField
          filled={filled}
          name="count.most"
          label="At most, in number"
          hint="How many in a plan year, for example: 12."
        />
        <Select
          name="count.of"
          label="Counted in"
          hint="Days are days of a stay; sessions are, for example, of physiotherapy."
          options={[
            { value: 'visits', label: 'Visits' },
            { value: 'days', label: 'Days' },
            { value: 'sessions', label: 'Sessions' },
            { value: 'units', label: 'Units of a service' },
          ]}
          value={one(entry, 'count.of') || 'visits'}
          error={errors['count.of']}
        />
        <NumberField
          filled={filled}
          name="minDaysBetween"
          label="Days between two uses"
          hint="For example, 730 for glasses every two years."
        />
      </Fields>
    </Card>
  );
}

/** What the enrollee pays. */
export function PayFields({ filled, sign }: { filled: Filled; sign: string }) {
  const { entry, errors } = filled;
  return (
    <Card title="What the enrollee pays">
      <RadioGroup
        name="coPay.kind"
        label="Co-pay"
        choices={[
          { value: 'none', label: 'None: the plan pays all of it' },
          { value: 'flat', label: 'A flat amount', note: `taken once a visit, for example ${sign} 1,000` },
          { value: 'percent', label: 'A percentage', note: 'of each service, for example 10%' },
        ]}
        value={one(entry, 'coPay.kind') || 'none'}
        error={errors['coPay.kind']}
      />
      <Fields>
        <MoneyField
          filled={filled}
          name="coPay.flat"
          label={`Flat amount (${sign})`}
          hint="Only with a flat co-pay, for example: 1,000."
        />
        <NumberField
          filled={filled}
          name="coPay.percent"
          label="Percentage"
          hint="Only with a percentage, from 1 to 100, for example: 10."
        />
        <MoneyField
          filled={filled}
          name="coPay.cap"
          label={`At most per visit (${sign})`}
          hint="The most that a co-pay comes to in one visit, for example: 5,000."
        />
        <MoneyField
          filled={filled}
          name="deductible"
          label={`Deductible (${sign})`}
          hint="What the enrollee pays first each year before this benefit pays anything, for example: 10,000."
        />
      </Fields>
    </Card>
  );
}

import { Card } from '../../ui/card.tsx';
import { CheckGroup } from '../../ui/check-group.tsx';
import { Fields } from '../../ui/form.tsx';
import { Checkbox, RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { type Filled, one, several } from './entry.ts';
import { MoneyField, NumberField } from './limit-fields.tsx';

/** For whom, and from when on. */
export function WhoFields({ filled }: { filled: Filled }) {
  const { entry, errors } = filled;
  return (
    <Card title="For whom, and from when">
      <Fields>
        <NumberField
          filled={filled}
          name="waitingDays"
          label="Waiting period in days"
          hint="After joining the plan, for example: 270 for maternity. Empty: from the first day."
        />
        <Select
          name="who.sex"
          label="Sex"
          hint="For example, maternity is for women."
          empty="Women and men"
          options={[
            { value: 'female', label: 'Women and girls only' },
            { value: 'male', label: 'Men and boys only' },
          ]}
          value={one(entry, 'who.sex')}
          error={errors['who.sex']}
        />
        <NumberField
          filled={filled}
          name="who.ageFrom"
          label="Youngest age"
          hint="In completed years on the day of the service, for example: 15."
        />
        <NumberField
          filled={filled}
          name="who.ageTo"
          label="Oldest age"
          hint="That age included, for example: 50."
        />
      </Fields>
      <CheckGroup
        name="who.relations"
        label="Relations"
        hint="Tick none for everybody that the plan covers."
        choices={[
          { value: 'principal', label: 'Principals' },
          { value: 'spouse', label: 'Spouses' },
          { value: 'child', label: 'Children' },
          { value: 'other', label: 'Other dependants' },
        ]}
        values={several(entry, 'who.relations')}
        error={errors['who.relations']}
      />
    </Card>
  );
}

/** Where it can be used. */
export function WhereFields({ filled }: { filled: Filled }) {
  const { entry, errors } = filled;
  return (
    <Card title="Where">
      <RadioGroup
        name="where.setting"
        label="Care setting"
        choices={[
          { value: 'both', label: 'With or without admission' },
          { value: 'outpatient', label: 'Without admission only' },
          { value: 'inpatient', label: 'During an admission only' },
        ]}
        value={one(entry, 'where.setting') || 'both'}
        error={errors['where.setting']}
      />
      <CheckGroup
        name="where.levels"
        label="Facility levels"
        hint="Tick none for any facility of the network."
        choices={[
          { value: 'primary', label: 'Primary' },
          { value: 'secondary', label: 'Secondary' },
          { value: 'tertiary', label: 'Tertiary' },
        ]}
        values={several(entry, 'where.levels')}
        error={errors['where.levels']}
      />
      <div class="choices">
        <Checkbox
          name="where.primaryOnly"
          label="Only at the enrollee’s primary facility"
          note="An emergency is paid for wherever it is treated."
          checked={one(entry, 'where.primaryOnly') !== ''}
        />
        <Checkbox
          name="where.referral"
          label="Elsewhere only with a referral"
          note="Not asked for at the primary facility and in an emergency."
          checked={one(entry, 'where.referral') !== ''}
        />
        {errors['where.referral'] === undefined ? null : (
          <span class="error" id="f-where-referral">
            {errors['where.referral']}
          </span>
        )}
      </div>
    </Card>
  );
}

/** When permission is asked before the service. */
export function PermissionFields({ filled, sign }: { filled: Filled; sign: string }) {
  const { entry, errors } = filled;
  return (
    <Card title="Permission before the service">
      <RadioGroup
        name="authorization.need"
        label="Authorization"
        choices={[
          { value: 'never', label: 'Not needed' },
          { value: 'above', label: 'Above an amount', note: 'what one line of a claim asks for' },
          { value: 'always', label: 'Always' },
        ]}
        value={one(entry, 'authorization.need') || 'never'}
        error={errors['authorization.need']}
      />
      <Fields>
        <MoneyField
          filled={filled}
          name="authorization.above"
          label={`Above (${sign})`}
          hint="Only with “above an amount”, for example: 50,000."
        />
      </Fields>
    </Card>
  );
}

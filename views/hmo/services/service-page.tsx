import type { ServiceGroup } from '../../../schema/domain/plans/plan.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { paths } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, EnterSaves, Fields, Form, firstBad } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Checkbox } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { CodeRows } from '../plans/code-rows.tsx';
import { type Filled, one } from '../plans/entry.ts';
import { MoneyField, NumberField } from '../plans/limit-fields.tsx';
import { unitNames } from './unit-names.ts';

type ServicePageProps = {
  slug: string;
  currency: string;
  groups: readonly ServiceGroup[];
  filled: Filled;
  /** as it stands; null: it is being added */
  service: { code: string; name: string } | null;
  mayUpdate: boolean;
};

function IdentityFields({ filled, groups, currency, service }: ServicePageProps) {
  const { entry, errors } = filled;
  return (
    <Card title="What it is">
      <Fields>
        <Field
          name="name"
          label="Name"
          hint="As it is read on claims, for example: Full blood count."
          maxlength={200}
          value={one(entry, 'name')}
          error={errors.name}
          autofocus={firstBad(errors, 'name')}
        />
        <Field
          name="code"
          label="Code"
          hint={
            service === null
              ? 'What claim lines name it by; it stays. For example: LAB-110.'
              : 'What claim lines name it by; it stays.'
          }
          maxlength={40}
          readonly={service !== null}
          value={one(entry, 'code')}
          error={errors.code}
          autofocus={firstBad(errors, 'code')}
        />
        <Select
          name="group"
          label="Group"
          hint="Benefits are given for groups."
          empty="Choose"
          options={groups.map(({ code, name }) => ({ value: code, label: name }))}
          value={one(entry, 'group')}
          error={errors.group}
          autofocus={firstBad(errors, 'group')}
        />
        <Select
          name="unit"
          label="Billed per"
          hint="Day for a stay; a package holds other services."
          options={Object.entries(unitNames).map(([value, label]) => ({ value, label }))}
          value={one(entry, 'unit')}
          error={errors.unit}
          autofocus={firstBad(errors, 'unit')}
        />
        <MoneyField
          filled={filled}
          name="price"
          label={`Standard price (${currencySign(currency)})`}
          hint="Used where a facility’s tariff has none, for example: 6,500. Empty: no standard price."
        />
      </Fields>
      <Checkbox
        name="active"
        label="In use"
        note="A service out of use is refused on new claims."
        checked={one(entry, 'active') !== ''}
      />
    </Card>
  );
}

function SenseFields({ filled }: { filled: Filled }) {
  const { entry, errors } = filled;
  return (
    <Card title="When it makes sense">
      <p class="hint">
        A claim for somebody else, or sooner than that, is pointed out or refused. Leave empty what does not
        matter.
      </p>
      <Fields>
        <Select
          name="sex"
          label="Sex"
          hint="For example, an antenatal visit is for women."
          empty="Anybody"
          options={[
            { value: 'female', label: 'Women and girls' },
            { value: 'male', label: 'Men and boys' },
          ]}
          value={one(entry, 'sex')}
          error={errors.sex}
        />
        <NumberField
          filled={filled}
          name="ageFrom"
          label="Youngest age"
          hint="In completed years, for example: 18."
        />
        <NumberField
          filled={filled}
          name="ageTo"
          label="Oldest age"
          hint="That age included, for example: 5 for a vaccine."
        />
        <NumberField
          filled={filled}
          name="minIntervalDays"
          label="Days between two"
          hint="For one person, for example: 365 for an eye test a year."
        />
        <NumberField
          filled={filled}
          name="consultationLevel"
          label="Consultation level"
          hint="Of consultations only: 1 is the simplest, 5 the most involved."
        />
      </Fields>
    </Card>
  );
}

/** One service with everything that is known of it. */
export function ServicePage(props: ServicePageProps) {
  const { slug, filled, service, mayUpdate } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title={service === null ? 'New service' : service.name}
        crumbs={[{ label: 'Services', href: to.services() }]}
        lead={service === null ? 'One thing that can be billed.' : service.code}
      />
      <Form
        action={service === null ? to.services() : to.service(service.code)}
        commandId={filled.commandId}
        errors={filled.errors}
      >
        <EnterSaves />
        <IdentityFields {...props} />
        <SenseFields filled={filled} />
        <Card title="What a package holds">
          <CodeRows
            name="parts"
            label="Parts"
            hint="Only of a package: the services that are not billed beside it. Type a code or a name."
            filled={filled}
            search={(of) => to.searchServices({ of })}
          />
          {filled.errors.parts === undefined ? null : (
            <span class="error" id="f-parts">
              {filled.errors.parts}
            </span>
          )}
        </Card>
        {mayUpdate ? (
          <Actions plainly>
            <Button look="primary">{service === null ? 'Add the service' : 'Save'}</Button>
            <ButtonLink look="quiet" href={to.services()}>
              Back without saving
            </ButtonLink>
          </Actions>
        ) : null}
      </Form>
    </>
  );
}

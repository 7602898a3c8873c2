import { benefitCategories } from '../../../schema/domain/plans/plan.ts';
import { paths } from '../../paths.ts';
import { categoryNames } from '../../plans/category-names.ts';
import type { PlanNames } from '../../plans/names.ts';
import { Card } from '../../ui/card.tsx';
import { CheckGroup } from '../../ui/check-group.tsx';
import { Field } from '../../ui/field.tsx';
import { Fields, firstBad } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { CodeRows } from './code-rows.tsx';
import { type Filled, one, several } from './entry.ts';

type IdentityProps = { filled: Filled; others: readonly { code: string; name: string }[] };

/** What a benefit is called, and where it stands. */
export function IdentityFields({ filled, others }: IdentityProps) {
  const { entry, errors } = filled;
  return (
    <Card title="What it is">
      <Fields>
        <Field
          name="name"
          label="Name"
          hint="What members read, for example: Maternity."
          maxlength={80}
          value={one(entry, 'name')}
          error={errors.name}
          autofocus={firstBad(errors, 'name')}
        />
        <Field
          name="code"
          label="Code"
          hint="Short and unique in this plan, for example: MAT."
          maxlength={20}
          value={one(entry, 'code')}
          error={errors.code}
          autofocus={firstBad(errors, 'code')}
        />
        <Select
          name="category"
          label="Category"
          hint="The kind of care; reports add benefits up by it."
          options={benefitCategories.map((value) => ({ value, label: categoryNames[value] }))}
          empty="Choose"
          value={one(entry, 'category')}
          error={errors.category}
          autofocus={firstBad(errors, 'category')}
        />
        <Select
          name="within"
          label="Counts in"
          optional
          hint="Another benefit whose limit this one uses up too. For example, Antenatal counts in Maternity."
          options={others.map(({ code, name }) => ({ value: code, label: name }))}
          empty="No other benefit"
          value={one(entry, 'within')}
          error={errors.within}
          autofocus={firstBad(errors, 'within')}
        />
      </Fields>
    </Card>
  );
}

type CoversProps = {
  slug: string;
  filled: Filled;
  names: PlanNames;
  /** benefits that groups belong to already, by the group's code */
  holders: Readonly<Record<string, string>>;
};

/** Which services it pays for. */
export function CoversFields({ slug, filled, names, holders }: CoversProps) {
  const { entry, errors } = filled;
  const choices = names.groups.map(({ code, name }) => ({
    value: code,
    label: name,
    note: holders[code] === undefined ? undefined : `now in ${holders[code]}`,
  }));
  return (
    <Card title="What it pays for">
      <CheckGroup
        name="groups"
        label="Groups of services"
        hint="Every service of a group belongs to the benefit, new ones too. A group belongs to one benefit of the plan."
        choices={choices}
        values={several(entry, 'groups')}
        error={errors.groups}
      />
      <CodeRows
        name="services"
        label="Single services"
        hint="Services that belong here whatever their group. Type a code or a name, for example: dialysis. Leave rows empty that you do not need."
        filled={filled}
        search={(of) => paths.staff(slug).searchServices({ of })}
      />
    </Card>
  );
}

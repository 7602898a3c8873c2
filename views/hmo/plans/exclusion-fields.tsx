import { paths } from '../../paths.ts';
import type { PlanNames } from '../../plans/names.ts';
import { Card } from '../../ui/card.tsx';
import { CheckGroup } from '../../ui/check-group.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { fieldId } from '../../ui/field.tsx';
import { Fields, firstBad } from '../../ui/form.tsx';
import { Checkbox } from '../../ui/radio-group.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { CodeRows } from './code-rows.tsx';
import { type Filled, one, several } from './entry.ts';

type RangesProps = { slug: string; filled: Filled; name: string };

/** Spans of diagnoses: those that are there, and two to fill in. */
function DiagnosisRanges({ slug, filled, name }: RangesProps) {
  const { entry, errors, meanings, found } = filled;
  let used = 0;
  while (one(entry, `${name}.${used}.from`) !== '') used += 1;
  const search = (field: string) => paths.staff(slug).searchDiagnoses({ of: `${fieldId(field)}-list` });
  const end = (field: string, label: string) => (
    <Combobox
      name={field}
      label={label}
      value={one(entry, field)}
      meaning={meanings[one(entry, field)]}
      error={errors[field]}
      search={search(field)}
      found={found?.field === field ? found.list : undefined}
    />
  );
  return (
    <fieldset class="rows" aria-describedby={`${fieldId(name)}-hint`}>
      <legend>Diagnoses</legend>
      <span class="hint" id={`${fieldId(name)}-hint`}>
        ICD-10 codes, both ends included with all that begins like them: N97 to N97 is infertility, S00 to T88
        all injuries. Leave the end empty for one code.
      </span>
      {Array.from({ length: used + 1 }, (_, i) => (
        <Fields>
          {end(`${name}.${i}.from`, `Range ${i + 1}, from`)}
          {end(`${name}.${i}.to`, `Range ${i + 1}, to`)}
        </Fields>
      ))}
    </fieldset>
  );
}

type ExclusionFieldsProps = {
  slug: string;
  filled: Filled;
  names: PlanNames;
  index: number;
  /** whether it stands in the draft already */
  there: boolean;
};

/** One thing that is not covered: the words people read, and the codes it is recognised by. */
export function ExclusionFields({ slug, filled, names, index, there }: ExclusionFieldsProps) {
  const { entry, errors } = filled;
  const name = `exclusions.${index}`;
  return (
    <Card title={there ? `Exclusion ${index + 1}` : 'Another exclusion'}>
      <Textarea
        name={`${name}.wording`}
        label="What people read"
        hint="A plain sentence, for example: Treatment of infertility."
        rows={2}
        maxlength={400}
        value={one(entry, `${name}.wording`)}
        error={errors[`${name}.wording`]}
        autofocus={firstBad(errors, `${name}.wording`)}
      />
      <p class="hint">
        A line is excluded when its service, its group or a diagnosis of the claim is among these:
      </p>
      <DiagnosisRanges slug={slug} filled={filled} name={`${name}.diagnoses`} />
      <CodeRows
        name={`${name}.services`}
        label="Services"
        hint="Single services, for example: cosmetic surgery. Type a code or a name."
        filled={filled}
        search={(of) => paths.staff(slug).searchServices({ of })}
      />
      <details open={several(entry, `${name}.groups`).length > 0 || errors[`${name}.groups`] !== undefined}>
        <summary>Whole groups of services</summary>
        <CheckGroup
          name={`${name}.groups`}
          label="Groups"
          hint="Rarely needed: a group that no benefit is for is not covered anyway."
          choices={names.groups.map(({ code, name: label }) => ({ value: code, label }))}
          values={several(entry, `${name}.groups`)}
          error={errors[`${name}.groups`]}
        />
      </details>
      {there ? <Checkbox name={`${name}.remove`} label="Remove this exclusion when saving" /> : null}
    </Card>
  );
}

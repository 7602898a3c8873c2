import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';

type StartFieldsProps = {
  start: string;
  copyOf: string;
  /** published plans that can be copied */
  plans: readonly { code: string; name: string }[];
  errors: Readonly<Record<string, string>>;
  /** the version that a new one can follow; null: none was published */
  latest: number | null;
};

const templates = [
  {
    value: 'bronze',
    label: 'The Bronze template',
    note: 'Modest limits, 10% on drugs: up to 1,000,000 a person and year.',
  },
  {
    value: 'silver',
    label: 'The Silver template',
    note: 'Wider limits, no co-pays: up to 3,000,000 a person and year.',
  },
  {
    value: 'gold',
    label: 'The Gold template',
    note: 'Out-patient care without a limit of its own: up to 8,000,000 a person and year.',
  },
];

/** What a draft begins with: the version before it, or, the first time, a template. */
export function StartFields({ start, copyOf, plans, errors, latest }: StartFieldsProps) {
  return (
    <>
      <RadioGroup
        name="start"
        label="Begin with"
        choices={[
          ...(latest === null
            ? []
            : [{ value: 'latest', label: `Version ${latest}`, note: 'Change what shall be different.' }]),
          ...(latest === null ? templates : []),
          ...(plans.length === 0
            ? []
            : [{ value: 'copy', label: 'A copy of another plan', note: 'Chosen below.' }]),
          { value: 'empty', label: 'Nothing', note: 'Add every benefit yourself.' },
        ]}
        value={start}
        error={errors.start}
      />
      {plans.length === 0 ? null : (
        <Select
          name="copyOf"
          label="Plan to copy"
          hint="Only for a copy: the latest published version is taken."
          empty="Choose"
          options={plans.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          value={copyOf}
          error={errors.copyOf}
        />
      )}
    </>
  );
}

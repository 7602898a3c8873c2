import { Field, type FieldFrame } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

/** The facilities of the network to choose from; null: too many to list, one is typed by name or id. */
export type FacilityChoices = readonly { id: string; name: string }[] | null;

type FacilityFieldProps = FieldFrame & {
  value: string;
  choices: FacilityChoices;
  /** the choice of none, in words */
  empty?: string;
};

/** One facility of the network, chosen or typed. */
export function FacilityField({ choices, value, empty = 'None', ...frame }: FacilityFieldProps) {
  if (choices === null)
    return <Field {...frame} value={value} hint="The facility's name as it stands in the network" optional />;
  const options = choices.map(({ id, name }) => ({ value: id, label: name }));
  return <Select {...frame} empty={empty} value={value} options={options} />;
}

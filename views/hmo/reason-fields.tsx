import type { ReasonCode } from '../../schema/domain/claims/reason-codes.ts';
import { type FormErrors, firstBad } from '../ui/form.tsx';
import { Select } from '../ui/select.tsx';

type ReasonFieldsProps = {
  reasons: readonly ReasonCode[];
  /** the codes chosen so far, in their order */
  chosen: readonly (string | undefined)[];
  errors: FormErrors;
};

/** Why something is refused: a reason of the insurer's table, and perhaps a second one. */
export function ReasonFields({ reasons, chosen, errors }: ReasonFieldsProps) {
  const options = reasons.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  return (
    <>
      {[0, 1].map((place) => (
        <Select
          name={`reasons.${place}`}
          label={place === 0 ? 'Reason' : 'Second reason'}
          optional={place > 0}
          empty={place === 0 ? 'Choose a reason' : 'None'}
          options={options}
          value={chosen[place]}
          error={errors[`reasons.${place}`]}
          autofocus={firstBad(errors, `reasons.${place}`)}
        />
      ))}
    </>
  );
}

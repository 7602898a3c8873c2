import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { fieldId } from '../ui/field.tsx';
import { firstBad } from '../ui/form.tsx';
import type { DraftView } from './draft-view.ts';

const most = 12;

/** The diagnoses, the main one first: each an ICD-10 code found by code or by words. */
export function DiagnosisFields({ view }: { view: DraftView }) {
  const { body, errors, meanings, found } = view;
  const shown = body.diagnoses.length === 0 ? [{ code: '' }] : body.diagnoses;
  return (
    <Card title="Diagnoses" id={fieldId('diagnoses')}>
      {errors.diagnoses === undefined ? null : <p class="error">{errors.diagnoses}</p>}
      {shown.map((diagnosis, index) => {
        const name = `diagnoses.${index}.code`;
        return (
          <div class="cluster" key={name}>
            <Combobox
              name={name}
              label={index === 0 ? 'Main diagnosis' : `Diagnosis ${index + 1}`}
              hint={index === 0 ? 'ICD-10: a code such as B50.9, or words such as malaria' : undefined}
              value={diagnosis.code}
              meaning={meanings[diagnosis.code]}
              search={paths.provider.diagnoses({ of: `${fieldId(name)}-list` })}
              error={errors[name]}
              autofocus={firstBad(errors, name)}
              {...(found?.field === name ? { found: found.choices } : {})}
            />
            {shown.length === 1 ? null : (
              <Button
                name="remove"
                value={`diagnoses.${index}`}
                look="quiet"
                slim
                aria-label={`Remove diagnosis ${index + 1}`}
              >
                Remove
              </Button>
            )}
          </div>
        );
      })}
      {shown.length >= most ? null : (
        <div>
          <Button name="add" value="diagnoses" slim>
            Add a diagnosis
          </Button>
        </div>
      )}
    </Card>
  );
}

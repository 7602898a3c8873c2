import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { firstBad } from '../ui/form.tsx';
import { newRow, rowField } from './draft-rows.ts';
import type { DraftView, EntryView } from './draft-view.ts';

const most = 12;

type RowProps = { view: EntryView; code: string; row: number | typeof newRow };

function DiagnosisRow({ view, code, row }: RowProps) {
  const { errors, meanings, found } = view;
  const frame = rowField('diagnoses', row, 'code');
  const { name, id } = frame;
  return (
    <div class="entry" data-line>
      <Combobox
        {...frame}
        label={row === 0 ? 'Main diagnosis' : 'Further diagnosis'}
        hint={row === 0 ? 'A code such as B50.9, or words such as malaria' : undefined}
        value={code}
        meaning={meanings[code]}
        search={view.search.diagnoses(`${id}-list`)}
        error={errors[name]}
        autofocus={firstBad(errors, name)}
        found={found?.field === name ? found.choices : undefined}
      />
      <Button
        name="remove"
        value={`diagnoses.${row}`}
        look="quiet"
        slim
        aria-label={`Remove diagnosis ${row === newRow ? '' : row + 1}`.trim()}
      >
        Remove
      </Button>
    </div>
  );
}

/** The diagnoses, the main one first: each an ICD-10 code found by code or by words. */
export function DiagnosisFields({ view }: { view: EntryView & Pick<DraftView, 'body'> }) {
  const { body, errors } = view;
  const shown = body.diagnoses.length === 0 ? [{ code: '' }] : body.diagnoses;
  return (
    <Card title="Diagnoses (ICD-10)">
      {errors.diagnoses === undefined ? null : <p class="error">{errors.diagnoses}</p>}
      {shown.map(({ code }, row) => (
        <DiagnosisRow view={view} code={code} row={row} />
      ))}
      <template data-line>
        <DiagnosisRow view={view} code="" row={newRow} />
      </template>
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

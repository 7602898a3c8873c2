import { urgencies } from '../../schema/domain/authorizations/authorization.ts';
import { encounterTypes } from '../../schema/domain/claims/claim.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { encounterWords } from '../claims/encounter-words.ts';
import { newRow } from '../provider/draft-rows.ts';
import { draftTotal } from '../provider/draft-total.ts';
import type { EntryView } from '../provider/draft-view.ts';
import { blankLine, LineFields } from '../provider/line-fields.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Fields, type FormErrors, firstBad } from '../ui/form.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { Textarea } from '../ui/textarea.tsx';
import type { RequestEntry } from './request-entry.ts';
import { urgencyWords } from './words.ts';

type EntryFieldsProps = {
  entry: RequestEntry;
  errors: FormErrors;
  /** within how many hours after care began an emergency may be filed */
  afterwardsHours: number;
};

const most = 40;

/** How soon, when and by whom: planned, or for an emergency after care began. */
export function PlanFields({ entry, errors, afterwardsHours }: EntryFieldsProps) {
  const { body, typed } = entry;
  const bad = (name: string) => ({ error: errors[name], autofocus: firstBad(errors, name) });
  return (
    <Card title="Visit">
      <RadioGroup
        name="urgency"
        label="Urgency"
        segments
        choices={urgencies.map((each) => ({ value: each, label: urgencyWords[each] }))}
        value={typed.urgency}
        {...bad('urgency')}
      />
      <Fields>
        <Select
          name="encounterType"
          label="Kind"
          empty="Choose the kind"
          value={body.encounterType}
          options={encounterTypes.map((type) => ({ value: type, label: encounterWords[type] }))}
          {...bad('encounterType')}
        />
        <Field
          name="serviceDate"
          label="Planned for"
          type="date"
          value={typed.serviceDate}
          {...bad('serviceDate')}
        />
        <div class="when-emergency">
          <Field
            name="happenedAt"
            label="Or: care began"
            type="datetime-local"
            optional
            hint={`Filed afterwards: within ${afterwardsHours} hours.`}
            value={typed.happenedAt}
            {...bad('happenedAt')}
          />
        </div>
        <Field
          name="practitionerName"
          label="Practitioner"
          optional
          value={body.practitionerName}
          maxlength={200}
          {...bad('practitionerName')}
        />
        <Field
          name="referral"
          label="Referred by"
          optional
          value={body.referral}
          maxlength={200}
          {...bad('referral')}
        />
      </Fields>
    </Card>
  );
}

/** What is asked for, service by service, each with what the facility thinks it costs. */
export function AskedFields({ entry, view }: { entry: RequestEntry; view: EntryView }) {
  const lines = entry.body.lines.length === 0 ? [blankLine] : entry.body.lines;
  const total = (
    <b>
      Total {currencySign(view.currency)}{' '}
      <output data-sum>{formatMoney(draftTotal(lines), view.currency)}</output>
    </b>
  );
  return (
    <Card title="Services" aside={total}>
      {view.errors.lines === undefined ? null : <p class="error">{view.errors.lines}</p>}
      {lines.map((line, row) => (
        <LineFields view={view} line={line} row={row} undated />
      ))}
      <template data-line>
        <LineFields view={view} line={blankLine} row={newRow} undated />
      </template>
      {lines.length >= most ? (
        <p class="mute">A request has at most {most} services; ask for the rest with another one.</p>
      ) : (
        <div>
          <Button name="add" value="lines" keys="+" slim>
            Add a service
          </Button>
        </div>
      )}
    </Card>
  );
}

/** Whatever else helps to decide. */
export function NotesField({ entry, errors }: Pick<EntryFieldsProps, 'entry' | 'errors'>) {
  return (
    <Textarea
      name="notes"
      label="Notes"
      optional
      hint="What helps to decide: findings, what was tried, why now."
      rows={3}
      maxlength={2000}
      value={entry.typed.notes}
      error={errors.notes}
      autofocus={firstBad(errors, 'notes')}
    />
  );
}

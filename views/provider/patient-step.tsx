import { encounterTypes } from '../../schema/domain/claims/claim.ts';
import { encounterWords } from '../claims/encounter-words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Fields, firstBad } from '../ui/form.tsx';
import { Checkbox } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { DiagnosisFields } from './diagnosis-fields.tsx';
import { DraftForm } from './draft-form.tsx';
import type { DraftView } from './draft-view.ts';
import { LiveAssessment } from './live-assessment.tsx';
import { MemberFields } from './member-fields.tsx';
import { WhoItIs, type WhoShown } from './who-it-is.tsx';

type PatientStepProps = {
  view: DraftView;
  /** whom member id and birth date name; null: nobody; undefined: not asked yet */
  who: WhoShown | null | undefined;
};

function Patient({ view, who }: PatientStepProps) {
  const { body, errors, tenants } = view;
  const bad = (name: string) => ({ error: errors[name], autofocus: firstBad(errors, name) });
  return (
    <Card title="Patient">
      <Fields>
        <Select
          name="tenantId"
          label="HMO"
          empty="Choose the HMO"
          value={body.tenantId}
          options={tenants.map(({ id, name }) => ({ value: id, label: name }))}
          {...bad('tenantId')}
        />
        <MemberFields body={body} errors={errors} hint="As it stands on the card" />
      </Fields>
      <WhoItIs who={who} blamed={errors.memberId !== undefined} />
    </Card>
  );
}

/** When, by whom and in what setting somebody was treated. */
export function EncounterFields({ view }: { view: Pick<DraftView, 'body' | 'errors'> }) {
  const { body, errors } = view;
  const bad = (name: string) => ({ error: errors[name], autofocus: firstBad(errors, name) });
  const kinds = encounterTypes.map((type) => ({ value: type, label: encounterWords[type] }));
  return (
    <Card title="Encounter">
      <Fields>
        <Select
          name="encounterType"
          label="Kind"
          empty="Choose the kind"
          value={body.encounterType}
          options={kinds}
          {...bad('encounterType')}
        />
        <Field
          name="startedAt"
          label="Start"
          type="datetime-local"
          value={body.startedAt}
          {...bad('startedAt')}
        />
        <Field
          name="endedAt"
          label="End"
          type="datetime-local"
          optional
          value={body.endedAt}
          {...bad('endedAt')}
        />
        <Field
          name="practitionerName"
          label="Practitioner"
          value={body.practitionerName}
          maxlength={200}
          {...bad('practitionerName')}
        />
        <Field
          name="practitionerLicence"
          label="Practitioner's licence"
          optional
          value={body.practitionerLicence}
          maxlength={100}
          {...bad('practitionerLicence')}
        />
        <Field
          name="referral"
          label="Referred by"
          optional
          value={body.referral}
          maxlength={200}
          {...bad('referral')}
        />
        <Field
          name="otherPayer"
          label="Other payer"
          optional
          value={body.otherPayer}
          maxlength={200}
          {...bad('otherPayer')}
        />
      </Fields>
      <Checkbox name="accident" label="Caused by an accident" checked={body.accident} />
    </Card>
  );
}

/** Step one: who was treated, when, by whom and for what. */
export function PatientStep(props: PatientStepProps) {
  const { view } = props;
  return (
    <DraftForm view={view} step="patient">
      <Patient {...props} />
      <EncounterFields view={view} />
      <DiagnosisFields view={view} />
      <LiveAssessment draft={view.id} step="patient" />
      <div class="actions plainly">
        <Button look="primary" name="go" value="lines">
          Save and go on to the lines
        </Button>
      </div>
    </DraftForm>
  );
}

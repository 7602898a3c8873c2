import { EligibilityCard, type EligibilityShown } from '../../claims/eligibility-card.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Fields, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Select } from '../../ui/select.tsx';
import type { DraftTenant } from '../draft-view.ts';
import { type VisitRow, VisitsCard } from './visits-card.tsx';

/** Who is at the desk, as typed or as scanned. */
export interface CheckInEntry {
  tenantId: string;
  memberId: string;
  birthDate: string;
  /** what the card's code says; '': none was scanned */
  card: string;
}

export type CheckInPageProps = {
  tenants: readonly Pick<DraftTenant, 'id' | 'name'>[];
  zone: string;
  entry: CheckInEntry;
  errors: FormErrors;
  /** what the HMO says of them; null: it was not asked, or refused */
  shown: EligibilityShown | null;
  refusal: string | null;
  /** who has been checked in today, the newest first */
  visits: readonly VisitRow[];
  commandId: string;
  /** the script that reads a card with the camera, fetched when it is wanted */
  scanner: string;
};

/** The camera is offered by the script that can use it; without one the id is typed. */
function Scan({ scanner }: { scanner: string }) {
  return (
    <Card title="Scan the card">
      <Form action={paths.provider.checkIn()}>
        <input type="hidden" name="card" data-scanned />
        <p class="mute" data-scan-words>
          The card's page on the patient's telephone shows a code. Where this browser has no camera, type the
          member id.
        </p>
        <div class="cluster" data-scan-offer hidden>
          <Button type="button" keys="c" data-scan={scanner}>
            Scan with the camera
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Typed({ tenants, entry, errors, shown }: CheckInPageProps) {
  const typed = (name: keyof CheckInEntry) => ({
    name,
    value: entry[name],
    error: errors[name],
    autofocus: firstBad(errors, name) || (name === 'memberId' && shown === null && entry.memberId === ''),
  });
  return (
    <Card title="Or type the id">
      <Form action={paths.provider.checkIn()} errors={errors} refused="Nobody is checked in yet.">
        <Fields>
          <Select
            {...typed('tenantId')}
            label="HMO"
            empty="Choose the HMO"
            options={tenants.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field
            {...typed('memberId')}
            label="Member id"
            hint="As it stands on the card"
            maxlength={40}
            autocomplete="off"
          />
          <Field {...typed('birthDate')} label="Birth date" type="date" autocomplete="off" />
        </Fields>
        <div class="cluster">
          <Button look={shown === null ? 'primary' : undefined} name="go" value="look" keys="s">
            Look up
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Record({ entry, shown, commandId }: CheckInPageProps) {
  if (shown === null) return null;
  const { tenantId, card } = entry;
  const { memberId, birthDate } = shown.person;
  const sent = card === '' ? { tenantId, memberId, birthDate } : { tenantId, card };
  return (
    <Form action={paths.provider.checkIn()} commandId={commandId} inline>
      {Object.entries(sent).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button look="primary" name="go" value="record" keys="r">
        Check in
      </Button>
    </Form>
  );
}

/** Somebody has come: their card is scanned, or their id typed; what they are covered for is seen, and the visit recorded. */
export function CheckInPage(props: CheckInPageProps) {
  const { shown, refusal, visits, zone, scanner } = props;
  return (
    <>
      <PageHeader title="Check-in" lead="Whoever is checked in is told, and can say that it was not them." />
      {refusal === null ? null : <Notice tone="warn">{refusal}</Notice>}
      {shown === null ? null : <EligibilityCard shown={shown} actions={<Record {...props} />} />}
      <div class="deck large">
        <Scan scanner={scanner} />
        <Typed {...props} />
      </div>
      <VisitsCard visits={visits} zone={zone} />
    </>
  );
}

import type { ConsentText } from '../../schema/domain/members/consent-texts.ts';
import type { Consent, Enrollee } from '../../schema/domain/members/enrollee.ts';
import { masked } from '../../schema/domain/members/masked.ts';
import { type FacilityChoices, FacilityField } from '../hmo/members/facility-field.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DayText, MomentText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';

export type ProfilePageProps = {
  person: Enrollee;
  client: string;
  zone: string;
  /** what they sign in with */
  account: string;
  entry: { phone: string; email: string; facilityId: string };
  errors: FormErrors;
  /** the primary facility that holds, and the one to come */
  facility: { now: string | null; next: string | null };
  choices: FacilityChoices;
  consents: readonly { text: ConsentText; given: Consent | null; commandId: string }[];
  commandIds: { details: string; facility: string };
  saved: boolean;
};

function PersonCard({ person, client }: ProfilePageProps) {
  const none = <span class="mute">Not recorded</span>;
  return (
    <Card title="You">
      <Facts
        facts={[
          ['Name', <bdi>{`${person.firstName} ${person.lastName}`}</bdi>],
          ['Member id', person.memberId],
          ['Born', <DayText date={person.birthDate} />],
          ['Covered through', <bdi>{client}</bdi>],
          ['NIN', masked(person.nin) ?? none],
          ['NHIA number', masked(person.nhiaNumber) ?? none],
        ]}
      />
      <p class="hint">Is something wrong? Your insurer can change it.</p>
    </Card>
  );
}

function DetailsCard({ entry, errors, account, commandIds }: ProfilePageProps) {
  return (
    <Card title="How you are reached">
      <Form action={paths.me.profile()} commandId={commandIds.details} errors={errors}>
        <Field
          name="phone"
          label="Telephone"
          type="tel"
          autocomplete="tel"
          value={entry.phone}
          error={errors.phone}
          autofocus={firstBad(errors, 'phone')}
        />
        <Field
          name="email"
          label="E-mail"
          type="email"
          autocomplete="email"
          value={entry.email}
          error={errors.email}
          autofocus={firstBad(errors, 'email')}
          hint={`You sign in with ${account}: that does not change.`}
        />
        <Actions>
          <Button look="primary">Save</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function FacilityCard({ entry, errors, facility, choices, commandIds }: ProfilePageProps) {
  return (
    <Card title="Primary provider" id="primary">
      <Facts
        facts={[
          ['Now', facility.now === null ? <span class="mute">None chosen</span> : <bdi>{facility.now}</bdi>],
          facility.next === null ? null : ['From next month', <bdi>{facility.next}</bdi>],
        ]}
      />
      <Form action={paths.me.primaryFacility()} commandId={commandIds.facility}>
        <FacilityField
          name="facilityId"
          label="Choose another one"
          choices={choices}
          value={entry.facilityId}
          empty="Choose"
          error={errors.facilityId}
          autofocus={firstBad(errors, 'facilityId')}
          hint="It holds from the first day of the next month; once in six months."
        />
        <Actions>
          <Button>Change</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function ConsentForm({
  text,
  given,
  commandId,
  zone,
}: ProfilePageProps['consents'][number] & { zone: string }) {
  return (
    <li class="benefit">
      <h3>{text.title}</h3>
      <p>{text.text}</p>
      {given === null ? null : (
        <p class="hint">
          Agreed <MomentText at={given.at} timeZone={zone} year />, text {given.version}
        </p>
      )}
      <Form action={paths.me.consents()} commandId={commandId}>
        <input type="hidden" name="to" value={text.to} />
        <Button name="given" value={given === null ? '1' : '0'}>
          {given === null ? 'I agree' : 'Take it back'}
        </Button>
      </Form>
    </li>
  );
}

/** Who one is, how one is reached, where one goes first, and what one has agreed to. */
export function ProfilePage(props: ProfilePageProps) {
  const { consents, saved, zone } = props;
  return (
    <>
      <PageHeader title="Profile" />
      {saved ? <Notice tone="ok">Saved.</Notice> : null}
      <PersonCard {...props} />
      <DetailsCard {...props} />
      <FacilityCard {...props} />
      {consents.length === 0 ? null : (
        <Card title="What you agree to" id="consents">
          <ul class="benefits">
            {consents.map((consent) => (
              <ConsentForm {...consent} zone={zone} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

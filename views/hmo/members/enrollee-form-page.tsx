import type { ComponentChildren } from 'preact';
import type { Relation } from '../../../schema/domain/ids.ts';
import { paths } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field } from '../../ui/field.tsx';
import { Fields, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Checkbox } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { type FacilityChoices, FacilityField } from './facility-field.tsx';

/** The fields of a person as somebody typed them. */
export const enrolleeFields = [
  'clientCode',
  'relation',
  'firstName',
  'lastName',
  'birthDate',
  'sex',
  'phone',
  'email',
  'nin',
  'nhiaNumber',
  'externalId',
  'coverFrom',
  'coverTo',
  'plan',
  'deathDate',
  'primaryFacilityId',
] as const;

/** A person as somebody typed them. */
export type EnrolleeEntry = Record<(typeof enrolleeFields)[number], string> & {
  transferred: boolean;
  dropNin: boolean;
  dropNhiaNumber: boolean;
};

/** Whom the form is about: somebody known, or a new principal, or a new dependant of a principal. */
export type EnrolleeSubject =
  | {
      known: {
        memberId: string;
        name: string;
        relation: Relation;
        clientName: string;
        /** masked; null: none is recorded */
        nin: string | null;
        nhiaNumber: string | null;
        externalId: string | null;
      };
    }
  | { principal: { memberId: string; name: string; clientName: string; planName: string | null } }
  | { fresh: true };

type Choice = { code: string; name: string };

export type EnrolleeFormProps = {
  slug: string;
  subject: EnrolleeSubject;
  entry: EnrolleeEntry;
  errors: FormErrors;
  commandId: string;
  clients: readonly Choice[] | null;
  plans: readonly Choice[];
  facilities: FacilityChoices;
};

type Part = Pick<EnrolleeFormProps, 'entry' | 'errors' | 'subject'>;

/** What every one of the form's fields has in common. */
const bound = ({ entry, errors }: Pick<Part, 'entry' | 'errors'>, name: (typeof enrolleeFields)[number]) => ({
  name,
  value: entry[name],
  error: errors[name],
  autofocus: firstBad(errors, name),
});

const dependants = [
  { value: 'spouse', label: 'Spouse' },
  { value: 'child', label: 'Child' },
  { value: 'other', label: 'Other dependant' },
];

function Belonging({ clients, ...part }: Part & Pick<EnrolleeFormProps, 'clients'>) {
  const { subject } = part;
  if ('known' in subject) {
    const { memberId, clientName, relation } = subject.known;
    return (
      <Facts
        facts={[
          ['Member id', memberId],
          ['Client', <bdi>{clientName}</bdi>],
          ['Relation', relation],
        ]}
      />
    );
  }
  if ('principal' in subject) {
    const { name, memberId, clientName } = subject.principal;
    return (
      <>
        <Facts
          facts={[
            ['Principal', <bdi>{`${name}, ${memberId}`}</bdi>],
            ['Client', <bdi>{clientName}</bdi>],
          ]}
        />
        <input type="hidden" name="principalMemberId" value={memberId} />
        <Fields>
          <Select label="Relation" empty="Choose" options={dependants} {...bound(part, 'relation')} />
        </Fields>
      </>
    );
  }
  return (
    <Fields>
      {clients === null ? (
        <Field
          label="Client code"
          hint="INDV for cover without an employer"
          maxlength={6}
          {...bound(part, 'clientCode')}
        />
      ) : (
        <Select
          label="Client"
          options={clients.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          {...bound(part, 'clientCode')}
        />
      )}
    </Fields>
  );
}

function Who(part: Part) {
  return (
    <Card title="Person">
      <Fields>
        <Field label="First name" maxlength={80} {...bound(part, 'firstName')} />
        <Field label="Last name" maxlength={80} {...bound(part, 'lastName')} />
        <Field label="Born" type="date" {...bound(part, 'birthDate')} />
        <Select
          label="Sex"
          empty="Choose"
          options={[
            { value: 'female', label: 'Female' },
            { value: 'male', label: 'Male' },
          ]}
          {...bound(part, 'sex')}
        />
        <Field label="Telephone" type="tel" optional {...bound(part, 'phone')} />
        <Field label="E-mail" type="email" optional {...bound(part, 'email')} />
        {'known' in part.subject ? (
          <Field label="Date of death" type="date" optional {...bound(part, 'deathDate')} />
        ) : null}
      </Fields>
    </Card>
  );
}

function Numbers(part: Part) {
  const recorded = 'known' in part.subject ? part.subject.known : null;
  const hint = (is: string | null | undefined, otherwise: string) =>
    is === null || is === undefined ? otherwise : `Recorded: ${is}. Left empty, it stays.`;
  return (
    <Card title="Numbers">
      <Fields>
        <Field
          label="NIN"
          inputmode="numeric"
          optional
          hint={hint(recorded?.nin, 'National identity number, 11 digits')}
          {...bound(part, 'nin')}
        />
        <Field
          label="NHIA number"
          optional
          hint={hint(recorded?.nhiaNumber, 'Number with the National Health Insurance Authority')}
          {...bound(part, 'nhiaNumber')}
        />
        {recorded !== null && recorded.externalId !== null ? null : (
          <Field
            label="Own id"
            optional
            hint="What the client's or another system calls them; it never changes"
            {...bound(part, 'externalId')}
          />
        )}
      </Fields>
      {recorded?.nin ? (
        <Checkbox name="dropNin" label="Take the NIN out" checked={part.entry.dropNin} />
      ) : null}
      {recorded?.nhiaNumber ? (
        <Checkbox
          name="dropNhiaNumber"
          label="Take the NHIA number out"
          checked={part.entry.dropNhiaNumber}
        />
      ) : null}
    </Card>
  );
}

function planEmpty(subject: EnrolleeSubject): string {
  if (!('principal' in subject)) return 'As the client offers';
  const { planName } = subject.principal;
  return planName === null ? "The principal's" : `The principal's: ${planName}`;
}

function Cover({ plans, facilities, ...part }: Part & Pick<EnrolleeFormProps, 'plans' | 'facilities'>) {
  const isKnown = 'known' in part.subject;
  return (
    <Card title="Cover">
      <Fields>
        <Field
          label="First day of cover"
          type="date"
          hint={isKnown ? 'A change lies at most 30 days back.' : undefined}
          {...bound(part, 'coverFrom')}
        />
        {isKnown ? null : (
          <>
            <Field label="Last day of cover" type="date" optional {...bound(part, 'coverTo')} />
            <Select
              label="Plan"
              empty={planEmpty(part.subject)}
              hint={
                'principal' in part.subject ? undefined : 'Left so: the only plan the client offers, or none.'
              }
              options={plans.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
              {...bound(part, 'plan')}
            />
            <FacilityField
              label="Primary facility"
              choices={facilities}
              {...bound(part, 'primaryFacilityId')}
            />
          </>
        )}
      </Fields>
      <Checkbox
        name="transferred"
        label="Transferred from another insurer without a gap"
        note="Waiting periods may be waived, where the client's contract says so."
        checked={part.entry.transferred}
      />
    </Card>
  );
}

function titles(slug: string, subject: EnrolleeSubject) {
  const to = paths.staff(slug);
  const all = { label: 'Enrollees', href: to.enrollees() };
  if ('known' in subject) {
    const { memberId, name } = subject.known;
    const own = { label: name, href: to.enrollee(memberId) };
    return { title: 'Edit person', crumbs: [all, own], action: to.enrolleeForm(memberId), back: own.href };
  }
  if ('principal' in subject) {
    const { memberId, name } = subject.principal;
    const own = { label: name, href: to.enrollee(memberId) };
    const action = to.newEnrollee({ principal: memberId });
    return { title: 'Add a dependant', crumbs: [all, own], action, back: own.href };
  }
  return { title: 'Enrol a person', crumbs: [all], action: to.newEnrollee(), back: all.href };
}

/** A new person, a new dependant, or a known person: the same form. */
export function EnrolleeFormPage(props: EnrolleeFormProps) {
  const { slug, subject, errors, commandId } = props;
  const { title, crumbs, action, back } = titles(slug, subject);
  const save: ComponentChildren = 'known' in subject ? 'Save' : 'Enrol';
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <Form action={action} commandId={commandId} errors={errors}>
        <Card title="Belongs to">
          <Belonging {...props} />
        </Card>
        <Who {...props} />
        <Numbers {...props} />
        <Cover {...props} />
        <div class="cluster">
          <Button look="primary">{save}</Button>
          <ButtonLink href={back}>Cancel</ButtonLink>
        </div>
      </Form>
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { premiumPeriods } from '../../../schema/domain/members/enrollee.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { paths } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Fields, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Checkbox } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';

/** A client as somebody typed it. Rows that say nothing are left out. */
export interface ClientEntry {
  code: string;
  name: string;
  waivesWaiting: boolean;
  contacts: readonly { name: string; role: string; email: string; phone: string }[];
  contracts: readonly { from: string; to: string }[];
  offers: readonly { plan: string; premium: string; per: string }[];
}

/** The lists of the form that grow by a row. */
export type ClientList = 'contacts' | 'contracts' | 'offers';

type ClientFormProps = {
  slug: string;
  currency: string;
  /** null: a new one */
  known: { code: string; name: string } | null;
  entry: ClientEntry;
  errors: FormErrors;
  commandId: string;
  plans: readonly { code: string; name: string }[];
};

type ListProps = { errors: FormErrors };

const perWords = { month: 'Month', quarter: 'Quarter', year: 'Year' } as const;

/** Name, type and words of one field of a row. */
function RowField(props: {
  of: ClientList;
  row: number;
  name: string;
  label: string;
  value: string;
  errors: FormErrors;
  type?: 'text' | 'email' | 'tel' | 'date';
  amount?: boolean;
}) {
  const { of, row, name, label, value, errors, type = 'text', amount } = props;
  const path = `${of}.${row}.${name}`;
  return (
    <Field
      name={path}
      label={label}
      value={value}
      type={type}
      amount={amount}
      error={errors[path]}
      autofocus={firstBad(errors, path)}
    />
  );
}

function List({
  of,
  title,
  hint,
  add,
  children,
}: {
  of: ClientList;
  title: string;
  hint: string;
  add: string;
  children: ComponentChildren;
}) {
  return (
    <Card title={title}>
      <p class="mute">{hint}</p>
      {children}
      <div class="cluster">
        <Button name="add" value={of} slim formnovalidate>
          {add}
        </Button>
      </div>
    </Card>
  );
}

function Contacts({ contacts, errors }: Pick<ClientEntry, 'contacts'> & ListProps) {
  return contacts.map((contact, row) => (
    <fieldset>
      <legend>Contact {row + 1}</legend>
      <Fields>
        <RowField of="contacts" row={row} name="name" label="Name" value={contact.name} errors={errors} />
        <RowField of="contacts" row={row} name="role" label="Role" value={contact.role} errors={errors} />
        <RowField
          of="contacts"
          row={row}
          name="email"
          label="E-mail"
          type="email"
          value={contact.email}
          errors={errors}
        />
        <RowField
          of="contacts"
          row={row}
          name="phone"
          label="Telephone"
          type="tel"
          value={contact.phone}
          errors={errors}
        />
      </Fields>
    </fieldset>
  ));
}

function Contracts({ contracts, errors }: Pick<ClientEntry, 'contracts'> & ListProps) {
  return contracts.map((contract, row) => (
    <fieldset>
      <legend>Period {row + 1}</legend>
      <Fields>
        <RowField
          of="contracts"
          row={row}
          name="from"
          label="First day"
          type="date"
          value={contract.from}
          errors={errors}
        />
        <RowField
          of="contracts"
          row={row}
          name="to"
          label="Last day"
          type="date"
          value={contract.to}
          errors={errors}
        />
      </Fields>
    </fieldset>
  ));
}

function Offers({
  offers,
  plans,
  currency,
  errors,
}: Pick<ClientEntry, 'offers'> & Pick<ClientFormProps, 'plans' | 'currency'> & ListProps) {
  const options = plans.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  return offers.map((offer, row) => (
    <fieldset>
      <legend>Plan {row + 1}</legend>
      <Fields>
        <Select
          name={`offers.${row}.plan`}
          label="Plan"
          empty="Choose a plan"
          options={options}
          value={offer.plan}
          error={errors[`offers.${row}.plan`]}
          autofocus={firstBad(errors, `offers.${row}.plan`)}
        />
        <RowField
          of="offers"
          row={row}
          name="premium"
          label={`Premium per head (${currencySign(currency)})`}
          amount
          value={offer.premium}
          errors={errors}
        />
        <Select
          name={`offers.${row}.per`}
          label="Per"
          options={premiumPeriods.map((each) => ({ value: each, label: perWords[each] }))}
          value={offer.per}
          error={errors[`offers.${row}.per`]}
        />
      </Fields>
    </fieldset>
  ));
}

function Identity({ known, entry, errors }: Pick<ClientFormProps, 'known' | 'entry' | 'errors'>) {
  return (
    <Card title="Client">
      <Fields>
        {known !== null ? null : (
          <Field
            name="code"
            label="Code"
            hint="2–6 capitals; it stands in every member id and never changes"
            maxlength={6}
            value={entry.code}
            error={errors.code}
            autofocus={firstBad(errors, 'code')}
          />
        )}
        <Field
          name="name"
          label="Name"
          maxlength={160}
          value={entry.name}
          error={errors.name}
          autofocus={firstBad(errors, 'name')}
        />
      </Fields>
      <Checkbox
        name="waivesWaiting"
        label="Waive waiting periods for people who transferred"
        note="They came from another insurer without a gap."
        checked={entry.waivesWaiting}
      />
    </Card>
  );
}

/** A new client, or a known one: the same form. */
export function ClientFormPage({ slug, currency, known, entry, errors, commandId, plans }: ClientFormProps) {
  const to = paths.staff(slug);
  const back = known === null ? to.clients() : to.client(known.code);
  const crumbs = [{ label: 'Clients', href: to.clients() }];
  return (
    <>
      <PageHeader
        title={known === null ? 'New client' : 'Edit client'}
        crumbs={known === null ? crumbs : [...crumbs, { label: known.name, href: back }]}
      />
      <Form
        action={known === null ? to.newClient() : to.clientForm(known.code)}
        commandId={commandId}
        errors={errors}
      >
        <Identity {...{ known, entry, errors }} />
        <List
          of="contracts"
          title="Contract periods"
          hint="People are covered on the days of any period. None: cover has no end of its own. To take one out, empty its fields."
          add="Add a period"
        >
          <Contracts contracts={entry.contracts} errors={errors} />
        </List>
        <List
          of="offers"
          title="Plans offered"
          hint="Its people may be on these plans. None: any plan. To take one out, empty its fields."
          add="Add a plan"
        >
          <Offers offers={entry.offers} {...{ plans, currency, errors }} />
        </List>
        <List
          of="contacts"
          title="Contacts"
          hint="Whom to talk to at the client. To take one out, empty its fields."
          add="Add a contact"
        >
          <Contacts contacts={entry.contacts} errors={errors} />
        </List>
        <div class="cluster">
          <Button look="primary">Save</Button>
          <ButtonLink href={back}>Cancel</ButtonLink>
        </div>
      </Form>
    </>
  );
}

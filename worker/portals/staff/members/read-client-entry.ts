import type { Client } from '../../../../schema/domain/members/enrollee.ts';
import { formatMoney, type Minor, parseMoney } from '../../../../schema/domain/money.ts';
import { type PutClient, putClientForm } from '../../../../schema/forms/put-client.ts';
import type { ClientEntry, ClientList } from '../../../../views/hmo/members/client-form-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import type { SentForm } from '../../../command.ts';
import { formErrors } from '../../form-errors.ts';

const rowsMax = 61;

/** Rows of a list as they were sent, whose every field is named `<list>.<row>.<name>`. */
function rowsOf<Name extends string>(
  form: SentForm,
  list: ClientList,
  names: readonly Name[],
): Record<Name, string>[] {
  const rows: Record<Name, string>[] = [];
  for (let row = 0; row < rowsMax; row += 1) {
    const field = (name: Name) => `${list}.${row}.${name}`;
    if (!names.some((name) => form.all(field(name)).length > 0)) break;
    const entries = names.map((name) => [name, form.get(field(name)).trim()] as const);
    rows.push(Object.fromEntries(entries) as Record<Name, string>);
  }
  return rows;
}

const saysSomething = (row: object, but = '') =>
  Object.entries(row).some(([name, value]) => name !== but && value !== '');

/** What was typed, empty rows among it. */
export function readClientEntry(form: SentForm, code: string): ClientEntry {
  return {
    code,
    name: form.get('name'),
    waivesWaiting: form.get('waivesWaiting') === '1',
    contacts: rowsOf(form, 'contacts', ['name', 'role', 'email', 'phone']),
    contracts: rowsOf(form, 'contracts', ['from', 'to']),
    offers: rowsOf(form, 'offers', ['plan', 'premium', 'per']),
  };
}

/** The same without the rows that say nothing: what is saved. */
export function withoutEmptyRows(entry: ClientEntry): ClientEntry {
  return {
    ...entry,
    contacts: entry.contacts.filter((row) => saysSomething(row)),
    contracts: entry.contracts.filter((row) => saysSomething(row)),
    offers: entry.offers.filter((row) => saysSomething(row, 'per')),
  };
}

/** The same with one more, empty row at the end of a list. */
export function withRow(entry: ClientEntry, list: string): ClientEntry {
  if (list === 'contacts')
    return { ...entry, contacts: [...entry.contacts, { name: '', role: '', email: '', phone: '' }] };
  if (list === 'contracts') return { ...entry, contracts: [...entry.contracts, { from: '', to: '' }] };
  return { ...entry, offers: [...entry.offers, { plan: '', premium: '', per: 'year' }] };
}

/** A client as it stands, ready to be edited. */
export function entryOfClient(client: Client, currency: string): ClientEntry {
  return {
    code: client.code,
    name: client.name,
    waivesWaiting: client.waivesWaiting,
    contacts: client.contacts.map(({ name, role, email, phone }) => ({
      name,
      role: role ?? '',
      email: email ?? '',
      phone: phone ?? '',
    })),
    contracts: client.contracts.map(({ from, to }) => ({ from, to })),
    offers: client.offers.map(({ plan, premium, per }) => ({
      plan,
      premium: formatMoney(premium, currency),
      per,
    })),
  };
}

const orNull = (text: string) => (text === '' ? null : text);

/** A premium that is no amount is refused by its field in words of its own. */
function premiumErrors({ offers }: ClientEntry): FormErrors {
  return Object.fromEntries(
    offers.flatMap(({ premium }, row) =>
      parseMoney(premium) === null
        ? [[`offers.${row}.premium`, 'Enter the premium as an amount, for example 125,000.00.'] as const]
        : [],
    ),
  );
}

/** The command's input, or every field's mistake. */
export function readClient(entry: ClientEntry): { input: PutClient } | { errors: FormErrors } {
  const parsed = putClientForm.safeParse({
    ...entry,
    contacts: entry.contacts.map(({ name, role, email, phone }) => ({
      name,
      role: orNull(role),
      email: orNull(email),
      phone: orNull(phone),
    })),
    offers: entry.offers.map(({ plan, premium, per }) => ({
      plan,
      premium: parseMoney(premium) ?? (0 satisfies Minor),
      per,
    })),
  });
  const errors = { ...(parsed.success ? {} : formErrors(parsed.error)), ...premiumErrors(entry) };
  if (!parsed.success || Object.keys(errors).length > 0) return { errors };
  return { input: parsed.data };
}

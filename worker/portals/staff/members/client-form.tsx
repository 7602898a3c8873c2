import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import type { Client } from '../../../../schema/domain/members/enrollee.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { type ClientEntry, ClientFormPage } from '../../../../views/hmo/members/client-form-page.tsx';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { clientByCode } from '../../../queries/client-by-code.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { planChoices } from '../../../queries/plan-choices.ts';
import { arriveAt, render } from '../../../render.tsx';
import { refusalErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { clientAt, noClient } from './client.tsx';
import {
  entryOfClient,
  readClient,
  readClientEntry,
  withoutEmptyRows,
  withRow,
} from './read-client-entry.ts';

const blank: ClientEntry = {
  code: '',
  name: '',
  waivesWaiting: false,
  contacts: [],
  contracts: [],
  offers: [],
};

interface Said {
  entry: ClientEntry;
  errors?: FormErrors;
  status?: 422;
}

async function formAt(c: Context<AppEnv>, known: Client | null, said?: Said): Promise<Response> {
  const desk = await openDesk(c);
  const { currency } = desk.settings;
  const plans = await planChoices(desk.db, dateIn(desk.zone, desk.now));
  // What is offered already can be kept, whatever became of the plan.
  const kept = (known?.offers ?? []).filter(({ plan }) => !plans.some(({ code }) => code === plan));
  const content = (
    <ClientFormPage
      slug={desk.slug}
      currency={currency}
      known={known}
      entry={said?.entry ?? (known === null ? blank : entryOfClient(known, currency))}
      errors={said?.errors ?? {}}
      commandId={freshId()}
      plans={[...plans, ...kept.map(({ plan }) => ({ code: plan, name: plan }))]}
    />
  );
  const title = known === null ? 'New client' : `Edit ${known.name}`;
  return render(c, staffView(c, desk, { title, nav: 'clients' }, content), said?.status);
}

async function put(c: Context<AppEnv>, known: Client | null): Promise<Response> {
  const form = await readForm(c);
  const typed = readClientEntry(form, known?.code ?? form.get('code').trim().toUpperCase());
  if (form.get('add') !== '') return formAt(c, known, { entry: withRow(typed, form.get('add')) });
  const entry = withoutEmptyRows(typed);
  const read = readClient(entry);
  if ('errors' in read) return formAt(c, known, { entry, errors: read.errors, status: 422 });
  if (known === null && (await clientByCode(tenantDatabase(c.env, c.var.organisation.id), entry.code)))
    return formAt(c, null, {
      entry,
      errors: { code: 'A client of this code is there already.' },
      status: 422,
    });
  const sent = command(c, form.commandId, { type: 'PutClient' as const, input: read.input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return formAt(c, known, { entry, errors: refusalErrors(answered), status: 422 });
  }
  const address = paths.staff(c.var.organisation.slug ?? '').client(entry.code, { saved: 1 });
  return arriveAt(c, address, () => clientAt(c, entry.code, 'Saved.'));
}

/** `GET /<tenant>/clients/new`. */
export const newClient = (c: Context<AppEnv>): Promise<Response> => formAt(c, null);

/** `POST /<tenant>/clients/new`. */
export const addClient = (c: Context<AppEnv>): Promise<Response> => put(c, null);

const known = (c: Context<AppEnv>) =>
  clientByCode(tenantDatabase(c.env, c.var.organisation.id), c.req.param('code') ?? '');

/** `GET …/clients/<code>/edit`. */
export async function editClient(c: Context<AppEnv>): Promise<Response> {
  const client = await known(c);
  return client === null ? answer(c, noClient) : formAt(c, client);
}

/** `POST …/clients/<code>/edit`. */
export async function changeClient(c: Context<AppEnv>): Promise<Response> {
  const client = await known(c);
  return client === null ? answer(c, noClient) : put(c, client);
}

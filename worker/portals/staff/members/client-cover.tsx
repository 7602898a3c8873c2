import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { addDays, dateIn } from '../../../../schema/domain/dates.ts';
import { backDatedDaysMax } from '../../../../schema/domain/members/backdating.ts';
import { coverChanges } from '../../../../schema/domain/members/cover-change.ts';
import type { Client } from '../../../../schema/domain/members/enrollee.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { setClientCoverForm } from '../../../../schema/forms/members.ts';
import { type CoverEntry, CoverFormPage } from '../../../../views/hmo/members/cover-form-page.tsx';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { clientByCode } from '../../../queries/client-by-code.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { clientAt, noClient } from './client.tsx';

interface Said {
  entry: CoverEntry;
  errors: FormErrors;
}

async function formAt(c: Context<AppEnv>, client: Client, said?: Said): Promise<Response> {
  const desk = await openDesk(c);
  const { to, zone, now } = desk;
  const today = dateIn(zone, now);
  const back = to.client(client.code);
  const content = (
    <CoverFormPage
      action={to.clientCover(client.code)}
      back={back}
      crumbs={[
        { label: 'Clients', href: to.clients() },
        { label: client.name, href: back },
      ]}
      whose={client.name}
      consequence="Its people follow: while a client is suspended or ended, nobody of it is covered. Their own records stay as they are."
      allowed={coverChanges}
      entry={said?.entry ?? { change: '', from: today, reason: '' }}
      errors={said?.errors ?? {}}
      commandId={freshId()}
      earliest={addDays(today, -backDatedDaysMax)}
    />
  );
  const title = `Change cover of ${client.name}`;
  return render(c, staffView(c, desk, { title, nav: 'clients' }, content), said && 422);
}

const known = (c: Context<AppEnv>) =>
  clientByCode(tenantDatabase(c.env, c.var.organisation.id), c.req.param('code') ?? '');

/** `GET …/clients/<code>/cover`. */
export async function showClientCover(c: Context<AppEnv>): Promise<Response> {
  const client = await known(c);
  return client === null ? answer(c, noClient) : formAt(c, client);
}

/** `POST …/clients/<code>/cover`: suspends, reinstates or ends it. */
export async function changeClientCover(c: Context<AppEnv>): Promise<Response> {
  const client = await known(c);
  if (client === null) return answer(c, noClient);
  const form = await readForm(c);
  const entry = { change: form.get('change'), from: form.get('from'), reason: form.get('reason') };
  const parsed = setClientCoverForm.safeParse({ code: client.code, ...entry });
  if (!parsed.success) return formAt(c, client, { entry, errors: formErrors(parsed.error) });
  const sent = command(c, form.commandId, { type: 'SetClientCover' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return formAt(c, client, { entry, errors: refusalErrors(answered) });
  }
  const address = paths.staff(c.var.organisation.slug ?? '').client(client.code, { saved: 1 });
  return arriveAt(c, address, () => clientAt(c, client.code, 'Saved.'));
}

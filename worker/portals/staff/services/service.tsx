import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import { type Entry, one } from '../../../../views/hmo/plans/entry.ts';
import { ServicePage } from '../../../../views/hmo/services/service-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, type SentForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { serviceByCode } from '../../../queries/service-by-code.ts';
import { allServiceGroups } from '../../../queries/service-groups.ts';
import type { ServiceRow } from '../../../queries/services-page.ts';
import { arriveAt, render } from '../../../render.tsx';
import { refusalErrors } from '../../form-errors.ts';
import { serviceNames } from '../../service-names.ts';
import { openDesk, type StaffDesk } from '../desk.ts';
import { onlyAsks } from '../plans/filled.ts';
import { entryOf, withoutGaps } from '../plans/read-fields.ts';
import { serviceChoices } from '../search.tsx';
import { staffView } from '../staff-view.tsx';
import { entryOfService, readService } from './read-service.ts';
import { showServices } from './services.tsx';

const noService = refuse('not_found', 'There is no such service.');

type Shown = { service: ServiceRow | null; entry: Entry; errors?: FormErrors; form?: SentForm };

async function filledFor(c: Context<AppEnv>, desk: StaffDesk, { entry, errors = {}, form }: Shown) {
  const parts = Object.keys(entry).filter((name) => /^parts\.\d+$/.test(name));
  const field = form?.get('search') ?? '';
  const [meanings, list] = await Promise.all([
    serviceNames(
      desk.db,
      parts.map((name) => one(entry, name)),
    ),
    parts.includes(field) ? serviceChoices(c, one(entry, field)) : null,
  ]);
  const found = list === null ? {} : { found: { field, list } };
  return { entry, errors, revision: 0, commandId: freshId(), meanings, ...found };
}

async function servicePage(
  c: Context<AppEnv>,
  desk: StaffDesk,
  shown: Shown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const [groups, filled] = await Promise.all([allServiceGroups(desk.db), filledFor(c, desk, shown)]);
  const { service } = shown;
  const page = (
    <ServicePage
      slug={desk.slug}
      currency={desk.settings.currency}
      groups={groups}
      filled={filled}
      service={service}
      mayUpdate={desk.may('service.update')}
    />
  );
  const title = service?.name ?? 'New service';
  return render(c, staffView(c, desk, { title, nav: 'services' }, page), status);
}

/** `GET /<tenant>/services/new`. */
export async function showNewService(c: Context<AppEnv>): Promise<Response> {
  return servicePage(c, await openDesk(c), { service: null, entry: entryOfService() });
}

/** `GET /<tenant>/services/edit/<service>`. */
export async function showService(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const service = await serviceByCode(desk.db, c.req.param('service') ?? '');
  if (service === null) return answer(c, noService);
  return servicePage(c, desk, { service, entry: entryOfService(service) });
}

async function save(c: Context<AppEnv>, desk: StaffDesk, service: ServiceRow | null): Promise<Response> {
  const form = await readForm(c);
  const sentEntry = entryOf(form);
  if (onlyAsks(form)) return servicePage(c, desk, { service, entry: sentEntry, form });
  const entry = withoutGaps(sentEntry, 'parts');
  const code = service?.code ?? one(entry, 'code').trim();
  const { currency } = desk.settings;
  const read = readService(entry, { externalId: service?.externalId ?? null, code, currency });
  const taken = service === null && (await serviceByCode(desk.db, code)) !== null;
  const errors = taken ? { ...read.errors, code: `${code} is the code of another service.` } : read.errors;
  if (read.service === null || Object.keys(errors).length > 0)
    return servicePage(c, desk, { service, entry, errors }, 422);

  const sent = command(c, form.commandId, { type: 'PutService' as const, input: read.service });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return servicePage(c, desk, { service, entry, errors: refusalErrors(answered) }, 422);
  }
  return arriveAt(c, desk.to.services(), () => showServices(c));
}

/** `POST /<tenant>/services`: adds a service. */
export const addService = async (c: Context<AppEnv>): Promise<Response> => save(c, await openDesk(c), null);

/** `POST /<tenant>/services/edit/<service>`. */
export async function saveService(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const service = await serviceByCode(desk.db, c.req.param('service') ?? '');
  return service === null ? answer(c, noService) : save(c, desk, service);
}

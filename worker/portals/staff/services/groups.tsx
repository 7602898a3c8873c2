import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { putServiceGroupForm } from '../../../../schema/forms/plans.ts';
import { GroupsPage, type GroupsPageProps } from '../../../../views/hmo/services/groups-page.tsx';
import { paths } from '../../../../views/paths.ts';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { allServiceGroups } from '../../../queries/service-groups.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';

type Said = Partial<Pick<GroupsPageProps, 'entry' | 'errors'>>;

async function groupsPage(c: Context<AppEnv>, said: Said = {}, status?: 422): Promise<Response> {
  const desk = await openDesk(c);
  const groups = await allServiceGroups(desk.db);
  const props = {
    slug: desk.slug,
    groups,
    mayUpdate: desk.may('service.update'),
    addId: freshId(),
    renameIds: Object.fromEntries(groups.map(({ code }) => [code, freshId()])),
    entry: { code: '', name: '' },
    errors: {},
    ...said,
  };
  const page = { title: 'Groups of services', nav: 'services' };
  return render(c, staffView(c, desk, page, <GroupsPage {...props} />), status);
}

/** `GET /<tenant>/services/groups`. */
export const showGroups = (c: Context<AppEnv>): Promise<Response> => groupsPage(c);

/** `POST /<tenant>/services/groups`: adds a group, or renames one. */
export async function putGroup(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const entry = { code: form.get('code').trim().toLowerCase(), name: form.get('name') };
  const parsed = putServiceGroupForm.safeParse(entry);
  if (!parsed.success) return groupsPage(c, { entry, errors: formErrors(parsed.error) }, 422);
  const sent = command(c, form.commandId, { type: 'PutServiceGroup' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').serviceGroups(), () => groupsPage(c));
}

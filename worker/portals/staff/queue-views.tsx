import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { type PutQueueView, putQueueViewForm } from '../../../schema/forms/queue.ts';
import { queueQuery } from '../../../views/hmo/queue-filter.ts';
import { QueueViewsPage, type QueueViewsPageProps } from '../../../views/hmo/queue-views-page.tsx';
import { paths } from '../../../views/paths.ts';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, type SentForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { savedViews } from '../../queries/saved-views.ts';
import { arriveAt, render } from '../../render.tsx';
import { formErrors, refusalErrors } from '../form-errors.ts';
import { openDesk } from './desk.ts';
import { showQueueAt } from './queue.tsx';
import { readQueueFilter } from './queue-filter.ts';
import { staffView } from './staff-view.tsx';

type Refused = NonNullable<QueueViewsPageProps['refused']>;

async function viewsPage(c: Context<AppEnv>, refused?: Refused): Promise<Response> {
  const [desk, saved] = await Promise.all([
    openDesk(c),
    savedViews(tenantDatabase(c.env, c.var.organisation.id), c.var.principal.id),
  ]);
  const props = { slug: desk.slug, saved, freshId, ...(refused ? { refused } : {}) };
  const page = { title: 'Your views', nav: 'claims' };
  return render(c, staffView(c, desk, page, <QueueViewsPage {...props} />), refused ? 422 : 200);
}

/** `GET /<tenant>/queue-views`. */
export const showQueueViews = (c: Context<AppEnv>): Promise<Response> => viewsPage(c);

/** Filters as they stand in the queue's address, whatever was sent for them. */
function queryOf(slug: string, said: string): string {
  const filter = readQueueFilter(Object.fromEntries(new URLSearchParams(said)));
  return (
    paths
      .staff(slug)
      .claims(queueQuery({ ...filter, after: '' }))
      .split('?')[1] ?? ''
  );
}

async function put(
  c: Context<AppEnv>,
  form: SentForm,
  own: Pick<PutQueueView, 'viewId' | 'query'>,
): Promise<Refused | Response | null> {
  const asked = { ...own, name: form.get('name'), isDefault: form.get('isDefault') !== '' };
  const refused = (errors: Refused['errors']): Refused => ({
    viewId: own.viewId ?? '',
    name: asked.name,
    query: own.query ?? '',
    errors,
  });
  const parsed = putQueueViewForm.safeParse(asked);
  if (!parsed.success) return refused(formErrors(parsed.error));
  const sent = command(c, form.commandId, { type: 'PutQueueView' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (!isRefusal(answered)) return null;
  return answered.code === 'invalid' ? refused(refusalErrors(answered)) : answer(c, answered);
}

/** `POST /<tenant>/queue-views`: what is shown, under a name. */
export async function saveQueueView(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const slug = c.var.organisation.slug ?? '';
  const query = queryOf(slug, form.get('query'));
  const refused = await put(c, form, { query });
  if (refused instanceof Response) return refused;
  if (refused) return viewsPage(c, refused);
  const back = `${paths.staff(slug).claims()}?${query}`;
  return arriveAt(c, back, () => showQueueAt(c, back));
}

/** `POST /<tenant>/queue-views/<view>`: another name, or what the queue opens with. */
export async function changeQueueView(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const refused = await put(c, form, { viewId: c.req.param('view') ?? '' });
  if (refused instanceof Response) return refused;
  if (refused) return viewsPage(c, refused);
  return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').queueViews(), () => viewsPage(c));
}

/** `POST /<tenant>/queue-views/<view>/removals`. */
export async function removeQueueView(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const input = { viewId: c.req.param('view') ?? '' };
  const sent = command(c, form.commandId, { type: 'RemoveQueueView' as const, input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').queueViews(), () => viewsPage(c));
}

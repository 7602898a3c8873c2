import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import {
  QueueRulesPage,
  type QueueRulesPageProps,
} from '../../../views/hmo/queue-rules/queue-rules-page.tsx';
import { choiceAmong } from '../../../views/hmo/set-filters.ts';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import type { Named } from '../../queries/named.ts';
import { queueChoices } from '../../queries/queue-choices.ts';
import { allServiceGroups } from '../../queries/service-groups.ts';
import { arriveAt, render } from '../../render.tsx';
import { refusalErrors } from '../form-errors.ts';
import { openDesk, type StaffDesk } from './desk.ts';
import { entryOfQueueRules, readQueueRules, readQueueRulesEntry } from './read-queue-rules.ts';
import { staffView } from './staff-view.tsx';
import { tryRanking } from './try-ranking.ts';

type Said = Partial<Pick<QueueRulesPageProps, 'entry' | 'errors' | 'saved' | 'trial'>>;

/** More than this are typed by their codes instead of chosen. */
const listed_max = 300;

async function choicesOf({ db }: StaffDesk): Promise<QueueRulesPageProps['choices']> {
  const [found, groups] = await Promise.all([queueChoices(db, listed_max + 1), allServiceGroups(db)]);
  const choice = (all: readonly Named[]) => choiceAmong(all, listed_max);
  return {
    facilities: choice(found.facilities),
    clients: choice(found.clients),
    plans: choice(found.plans),
    groups: choice(groups.map(({ code, name }) => ({ id: code, name }))),
  };
}

const progressOf = ({ ranking }: TenantSettings) =>
  ranking === null
    ? { done: 0, open: 0, isOver: true }
    : { done: ranking.done, open: ranking.open, isOver: false };

async function rulesPage(c: Context<AppEnv>, desk: StaffDesk, said: Said = {}): Promise<Response> {
  const { slug, settings, counts } = desk;
  const props = {
    slug,
    currency: settings.currency,
    entry: entryOfQueueRules(settings, settings.currency),
    errors: {},
    choices: await choicesOf(desk),
    commandId: desk.may('settings.update') ? freshId() : null,
    saved: false,
    ranking: progressOf(settings),
    trial: null,
    ...said,
  };
  const page = { title: 'Queue order', nav: 'queue-rules', see: ['ranking'], seq: counts.seq };
  const isRefused = Object.keys(props.errors).length > 0;
  return render(c, staffView(c, desk, page, <QueueRulesPage {...props} />), isRefused ? 422 : 200);
}

/** `GET /<tenant>/settings/queue`. */
export const showQueueRules = async (c: Context<AppEnv>): Promise<Response> =>
  rulesPage(c, await openDesk(c), { saved: c.req.query('saved') !== undefined });

/** `POST /<tenant>/settings/queue`: tried on the queue as it stands, or saved; the open claims are then ranked anew. */
export async function putQueueRules(c: Context<AppEnv>): Promise<Response> {
  const [form, desk] = await Promise.all([readForm(c), openDesk(c)]);
  const entry = readQueueRulesEntry(form);
  if (form.get('add') !== '' || form.get('remove') !== '') return rulesPage(c, desk, { entry });
  const read = readQueueRules(entry);
  if ('errors' in read) return rulesPage(c, desk, { entry, errors: read.errors });
  if (form.get('try') !== '') {
    const ranking = { highValue: read.input.highValue, queueRules: read.input.rules };
    return rulesPage(c, desk, { entry, trial: await tryRanking(c, desk, ranking) });
  }
  const sent = command(c, form.commandId, { type: 'PutQueueRules' as const, input: read.input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered))
    return answered.code === 'invalid'
      ? rulesPage(c, desk, { entry, errors: refusalErrors(answered) })
      : answer(c, answered);
  return arriveAt(c, desk.to.queueRules({ saved: 1 }), async () =>
    rulesPage(c, await openDesk(c), { saved: true }),
  );
}

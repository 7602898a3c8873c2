import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { urgencies } from '../../../../schema/domain/authorizations/authorization.ts';
import type { AuthorizationSettings } from '../../../../schema/domain/authorizations/settings.ts';
import { planSchemes } from '../../../../schema/domain/plans/plan.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { putAuthorizationSettingsForm } from '../../../../schema/forms/put-authorization-settings.ts';
import {
  type ClocksEntry,
  ClocksPage,
  type ClocksPageProps,
  clockField,
} from '../../../../views/hmo/authorizations/clocks-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, type SentForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';

const minute_ms = 60_000;

type Said = Partial<Pick<ClocksPageProps, 'entry' | 'errors' | 'saved'>>;

const each = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;

/** The settings in force, as they stand in the form. */
function entryOf({ clocks, validDays, afterwardsHours, appealDays }: AuthorizationSettings): ClocksEntry {
  return {
    clocks: each(planSchemes, (scheme) => {
      const { within_ms, queryStops, mayProceed } = clocks[scheme];
      return {
        within: each(urgencies, (urgency) => String(within_ms[urgency] / minute_ms)),
        queryStops,
        mayProceed,
      };
    }),
    validDays: String(validDays),
    afterwardsHours: String(afterwardsHours),
    appealDays: String(appealDays),
  };
}

function readEntry(form: SentForm): ClocksEntry {
  const text = (name: string) => form.get(name).trim();
  return {
    clocks: each(planSchemes, (scheme) => ({
      within: each(urgencies, (urgency) => text(clockField(scheme, urgency))),
      queryStops: text(clockField(scheme, 'queryStops')) !== '',
      mayProceed: text(clockField(scheme, 'mayProceed')) !== '',
    })),
    validDays: text('validDays'),
    afterwardsHours: text('afterwardsHours'),
    appealDays: text('appealDays'),
  };
}

const wholeOf = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);
const minutesOf = (text: string) => {
  const minutes = wholeOf(text);
  return minutes === undefined ? undefined : minutes * minute_ms;
};

/** Fields of the command stand within each other, those of the form beside each other. */
const flat = (errors: FormErrors): FormErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [field.replace('.within_ms.', '.'), message]),
  );

function readSettings({ clocks, ...terms }: ClocksEntry) {
  return putAuthorizationSettingsForm.safeParse({
    clocks: each(planSchemes, (scheme) => {
      const { within, queryStops, mayProceed } = clocks[scheme];
      return { within_ms: each(urgencies, (urgency) => minutesOf(within[urgency])), queryStops, mayProceed };
    }),
    validDays: wholeOf(terms.validDays),
    afterwardsHours: wholeOf(terms.afterwardsHours),
    appealDays: wholeOf(terms.appealDays),
  });
}

async function clocksPage(c: Context<AppEnv>, said: Said = {}, status?: 422): Promise<Response> {
  const desk = await openDesk(c);
  const props = {
    slug: desk.slug,
    entry: entryOf(desk.settings.authorizations),
    errors: {},
    commandId: desk.may('settings.update') ? freshId() : null,
    saved: false,
    ...said,
  };
  const page = { title: 'Authorization clocks', nav: 'authorization-clocks' };
  return render(c, staffView(c, desk, page, <ClocksPage {...props} />), status);
}

/** `GET /<tenant>/settings/authorizations`. */
export const showClocks = (c: Context<AppEnv>): Promise<Response> =>
  clocksPage(c, { saved: c.req.query('saved') !== undefined });

/** `POST /<tenant>/settings/authorizations`: for what is filed from now on. */
export async function putClocks(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const entry = readEntry(form);
  const read = readSettings(entry);
  if (!read.success) return clocksPage(c, { entry, errors: flat(formErrors(read.error)) }, 422);
  const what = { type: 'PutAuthorizationSettings' as const, input: read.data };
  const answered = await executeOn(tenantActor(c), command(c, form.commandId, what));
  if (isRefusal(answered)) return answer(c, answered);
  const { to } = await openDesk(c);
  return arriveAt(c, to.authorizationClocks({ saved: 1 }), () => clocksPage(c, { saved: true }));
}

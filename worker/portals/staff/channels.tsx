import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import type { Channels } from '../../../schema/domain/notifications/channels.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { putChannelsForm } from '../../../schema/forms/notifications.ts';
import {
  type ChannelsEntry,
  ChannelsPage,
  type ChannelsPageProps,
} from '../../../views/hmo/channels-page.tsx';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, type SentForm, tenantActor } from '../../command.ts';
import type { AppEnv, Env } from '../../env.ts';
import { sealSecret } from '../../notifications/sealed-secret.ts';
import { arriveAt, render } from '../../render.tsx';
import { formErrors } from '../form-errors.ts';
import { openDesk } from './desk.ts';
import { staffView } from './staff-view.tsx';

type Said = Partial<Pick<ChannelsPageProps, 'entry' | 'errors' | 'saved'>>;

const entryOf = ({ email, sms }: Channels): ChannelsEntry => ({
  host: email?.host ?? '',
  port: email ? String(email.port) : '465',
  security: email?.security ?? 'tls',
  user: email?.user ?? '',
  from: email?.from ?? '',
  url: sms?.url ?? '',
});

async function channelsPage(c: Context<AppEnv>, said: Said = {}, status?: 422): Promise<Response> {
  const desk = await openDesk(c);
  const props = {
    slug: desk.slug,
    entry: entryOf(desk.settings.channels),
    errors: {},
    commandId: desk.may('settings.update') ? freshId() : null,
    saved: false,
    ...said,
  };
  const page = { title: 'Channels', nav: 'channels' };
  return render(c, staffView(c, desk, page, <ChannelsPage {...props} />), status);
}

/** `GET /<tenant>/settings/channels`. */
export const showChannels = (c: Context<AppEnv>): Promise<Response> =>
  channelsPage(c, { saved: c.req.query('saved') !== undefined });

/** Whether a password that was entered for this server is said to another one, or more openly. */
const isElsewhere = (form: SentForm, before: NonNullable<Channels['email']>) =>
  (['host', 'port', 'security', 'user'] as const).some(
    (name) => form.get(name).trim() !== String(before[name] ?? ''),
  );

/** Nobody who may set the channels gets at the password by having it sent to a server of theirs. */
const passwordErrors = (form: SentForm, { email }: Channels): Record<string, string> =>
  email?.secret && form.get('password') === '' && form.get('user').trim() !== '' && isElsewhere(form, email)
    ? { password: 'Enter the password again: it was for another server, user or kind of connection.' }
    : {};

/** What was typed, with secrets sealed; one that was left empty stays as it is. */
function inputOf(env: Env, form: SentForm, before: Channels) {
  const typed = (name: string) => form.get(name).trim();
  const sealed = (name: string, kept: string | null) =>
    form.get(name) === '' ? kept : sealSecret(env, form.get(name));
  const email =
    typed('host') === ''
      ? null
      : {
          host: typed('host'),
          port: Number(typed('port')) || 0,
          security: typed('security'),
          user: typed('user') || null,
          secret: typed('user') === '' ? null : sealed('password', before.email?.secret ?? null),
          from: typed('from'),
        };
  const sms =
    typed('url') === ''
      ? null
      : { url: typed('url'), secret: sealed('key', before.sms?.secret ?? null) ?? '' };
  return { email, sms };
}

/** Errors stand beside the fields that were typed in. */
const placed = (errors: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(errors).map(([field, message]) => {
      if (field === 'email.secret') return ['password', message];
      return [field === 'sms.secret' ? 'key' : field.replace(/^(?:email|sms)\./, ''), message];
    }),
  );

/** `POST /<tenant>/settings/channels`. */
export async function putChannels(c: Context<AppEnv>): Promise<Response> {
  const { settings, to } = await openDesk(c);
  const form = await readForm(c);
  const entry = Object.fromEntries(
    Object.keys(entryOf(settings.channels)).map((name) => [name, form.get(name)]),
  ) as ChannelsEntry;
  const parsed = putChannelsForm.safeParse(inputOf(c.env, form, settings.channels));
  const errors = {
    ...passwordErrors(form, settings.channels),
    ...(parsed.success ? {} : placed(formErrors(parsed.error))),
  };
  if (!parsed.success || Object.keys(errors).length > 0) return channelsPage(c, { entry, errors }, 422);
  const sent = command(c, form.commandId, { type: 'PutChannels' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, to.channels({ saved: 1 }), () => channelsPage(c, { saved: true }));
}

import type { Attempt, Messenger } from '../../durable-objects/actor/parts.ts';
import { browsersKind } from '../../durable-objects/tenant/memory/notifications.ts';
import type { Sending } from '../../schema/domain/notifications/sending.ts';
import type { TenantSettings } from '../../schema/domain/tenant-settings.ts';
import { paths } from '../../views/paths.ts';
import { signAlertToken } from '../alerts/token.ts';
import { connect } from '../databases/connect.ts';
import type { Env } from '../env.ts';
import { alertByNumber, type FoundAlert } from '../queries/alerts.ts';
import { tenantDatabase } from '../queries/database.ts';
import { personBy } from '../queries/person.ts';
import { tenantSettings } from '../queries/tenant-settings.ts';
import { mailOf, pushOf, smsOf } from './alert-messages.ts';
import { captureMail } from './captured-mail.ts';
import { sendMail } from './mail.ts';
import { type Fetcher, sendPush } from './push.ts';
import { openSecret } from './sealed-secret.ts';
import { sendSms } from './sms.ts';

/** Everything that a message is put together from, as it is now. */
interface Job {
  env: Env;
  tenantId: string;
  sending: Sending;
  alert: FoundAlert;
  settings: TenantSettings;
  now: number;
  fetcher: Fetcher;
}

const never = (fault: string): Attempt => ({ outcome: 'refused', fault });

const tokenOf = ({ env, tenantId, sending: { id, about: number, channel: through }, now }: Job) =>
  signAlertToken(env, { id, tenantId, number, through }, now);

async function push(job: Job): Promise<Attempt> {
  const { env, tenantId, sending, alert, fetcher } = job;
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env;
  if (!publicKey || !privateKey) return never('no keys');
  const { rows } = await connect(env, `tenant-${tenantId}`).execute(browsersKind.read([sending.to]));
  const [person] = browsersKind.parse(String(rows[0]?.[0] ?? '[]'));
  const browser = person?.browsers.find(({ endpoint }) => endpoint === sending.endpoint);
  if (!browser) return never('no browser');
  const subject = linkOrigin(env) ?? 'mailto:nobody@localhost';
  const message = { data: pushOf(alert, await tokenOf(job)), topic: alert.number };
  return sendPush(browser, message, { subject, publicKey, privateKey }, fetcher);
}

const linkOrigin = ({ LINK_ORIGIN, ORIGIN }: Env): string | null => ORIGIN ?? LINK_ORIGIN ?? null;

async function email(job: Job): Promise<Attempt> {
  const { env, tenantId, sending, alert, settings } = job;
  const channel = settings.channels.email;
  const found = await personBy(connect(env, `tenant-${tenantId}`), { id: sending.to });
  const to = found?.person.email;
  if (!channel || !to) return never('no address');
  const origin = linkOrigin(env);
  const address = origin === null ? null : `${origin}${paths.alerts.link(await tokenOf(job))}`;
  const mail = { id: sending.id, to, ...mailOf(alert, settings.name, address) };
  if (env.DEMO === '1') return captureMail(env, { ...mail, from: channel.from, at: job.now });
  const secret = channel.secret === null ? null : openSecret(env, channel.secret);
  return sendMail(channel, secret, mail);
}

async function sms({ env, tenantId, sending, alert, settings, fetcher }: Job): Promise<Attempt> {
  const channel = settings.channels.sms;
  const found = await personBy(connect(env, `tenant-${tenantId}`), { id: sending.to });
  const to = found?.person.phone;
  const secret = channel && openSecret(env, channel.secret);
  if (!channel || !to || !secret) return never('no number');
  return sendSms(
    { url: channel.url, secret },
    { id: sending.id, to, text: smsOf(alert, settings.name) },
    fetcher,
  );
}

const ways = { push, email, sms } as const;

/** Sends a tenant's messages: what they say is read as it is now, and an alert that was answered meanwhile is told to nobody. */
export const messengerOf =
  (env: Env, fetcher: Fetcher = (url, init) => fetch(url, init)) =>
  (tenantId: string): Messenger => ({
    send: async (sending) => {
      const db = tenantDatabase(env, tenantId);
      const settings = await tenantSettings(db);
      const alert = settings && (await alertByNumber(db, settings.calendar.zone, sending.about));
      if (!settings || !alert) return never('no alert');
      // Nothing is left to be asked.
      if (alert.state !== 'ASKED') return { outcome: 'sent', fault: null };
      const job = { env, tenantId, sending, alert, settings, now: Date.now(), fetcher };
      return ways[sending.channel](job);
    },
  });

import type { Attempt, Messenger } from '../../durable-objects/actor/parts.ts';
import { addressOf, deniedIn } from '../../schema/domain/members/client-news.ts';
import type { Sending } from '../../schema/domain/notifications/sending.ts';
import { paths } from '../../views/paths.ts';
import { signAlertToken } from '../alerts/token.ts';
import { connect } from '../databases/connect.ts';
import type { Env } from '../env.ts';
import { alertByNumber, type FoundAlert } from '../queries/alerts.ts';
import { browsersOf } from '../queries/browsers-of.ts';
import { clientByCode } from '../queries/client-by-code.ts';
import { tenantDatabase } from '../queries/database.ts';
import { personBy } from '../queries/person.ts';
import { tenantSettings } from '../queries/tenant-settings.ts';
import { mailOf, pushOf, smsOf } from './alert-messages.ts';
import { clientMail } from './client-messages.ts';
import { linkOrigin, mailOut, never, textOut, type Ways } from './outbound.ts';
import { sendInvitation, sendNotice } from './portal-sendings.ts';
import { type Fetcher, sendPush } from './push.ts';

/** Everything that a message is put together from, as it is now. */
interface Job extends Ways {
  tenantId: string;
  sending: Sending;
}

/** … and of an alert. */
interface AlertJob extends Job {
  alert: FoundAlert;
}

const tokenOf = ({ env, tenantId, sending: { id, about: number, channel: through }, now }: Job) =>
  signAlertToken(env, { id, tenantId, number, through }, now);

async function push(job: AlertJob): Promise<Attempt> {
  const { env, tenantId, sending, alert, fetcher } = job;
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env;
  if (!publicKey || !privateKey) return never('no keys');
  const browsers = await browsersOf(connect(env, `tenant-${tenantId}`), sending.to);
  const browser = browsers.find(({ endpoint }) => endpoint === sending.endpoint);
  if (!browser) return never('no browser');
  const subject = linkOrigin(env) ?? 'mailto:nobody@localhost';
  const message = { data: pushOf(alert, await tokenOf(job)), topic: alert.number };
  return sendPush(browser, message, { subject, publicKey, privateKey }, fetcher);
}

const personOf = async ({ env, tenantId, sending }: Job) =>
  (await personBy(connect(env, `tenant-${tenantId}`), { id: sending.to }))?.person ?? null;

async function email(job: AlertJob): Promise<Attempt> {
  const { env, sending, alert, settings } = job;
  const to = (await personOf(job))?.email;
  if (!to) return never('no address');
  const origin = linkOrigin(env);
  const address = origin === null ? null : `${origin}${paths.alerts.link(await tokenOf(job))}`;
  return mailOut(job, { id: sending.id, to, ...mailOf(alert, settings.name, address) });
}

async function sms(job: AlertJob): Promise<Attempt> {
  const to = (await personOf(job))?.phone;
  if (!to) return never('no number');
  return textOut(job, { id: job.sending.id, to, text: smsOf(job.alert, job.settings.name) });
}

const ways = { push, email, sms } as const;

async function sendAlert(job: Job): Promise<Attempt> {
  const { env, tenantId, sending, settings } = job;
  const db = tenantDatabase(env, tenantId);
  const alert = await alertByNumber(db, settings.calendar.zone, sending.about);
  if (!alert) return never('no alert');
  // Nothing is left to be asked.
  if (alert.state !== 'ASKED') return { outcome: 'sent', fault: null };
  return ways[sending.channel]({ ...job, alert });
}

async function sendToClient(job: Job): Promise<Attempt> {
  const { env, tenantId, sending, settings } = job;
  const client = await clientByCode(tenantDatabase(env, tenantId), sending.to);
  const to = client && addressOf(client);
  if (!to) return never('no address');
  return mailOut(job, {
    id: sending.id,
    to,
    ...clientMail(deniedIn(sending.about), client.name, settings.name),
  });
}

async function sendToPortal(job: Job): Promise<Attempt> {
  const person = await personOf(job);
  if (!person) return never('nobody');
  return job.sending.kind === 'notice'
    ? sendNotice(job, job.sending, person)
    : sendInvitation(job, job, person);
}

/** Sends a tenant's messages: what they say is read as it is now, and what needs no telling any more is told to nobody. */
export const messengerOf =
  (env: Env, fetcher: Fetcher = (url, init) => fetch(url, init)) =>
  (tenantId: string): Messenger => ({
    send: async (sending) => {
      const settings = await tenantSettings(tenantDatabase(env, tenantId));
      if (!settings) return never('no insurer');
      const job: Job = { env, tenantId, sending, settings, now: Date.now(), fetcher };
      if (sending.kind === 'client') return sendToClient(job);
      return sending.kind === 'alert' ? sendAlert(job) : sendToPortal(job);
    },
  });

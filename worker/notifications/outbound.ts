import type { Attempt } from '../../durable-objects/actor/parts.ts';
import type { TenantSettings } from '../../schema/domain/tenant-settings.ts';
import type { Env } from '../env.ts';
import { captureMail } from './captured-mail.ts';
import { type Mail, sendMail } from './mail.ts';
import type { Fetcher } from './push.ts';
import { openSecret } from './sealed-secret.ts';
import { sendSms } from './sms.ts';

/** By what a tenant's messages go out, as it is now. */
export interface Ways {
  env: Env;
  settings: TenantSettings;
  now: number;
  fetcher: Fetcher;
}

/** It will not go out, whenever it is tried. */
export const never = (fault: string): Attempt => ({ outcome: 'refused', fault });

/** Where links in messages lead; null: nobody knows where the portals are. */
export const linkOrigin = ({ LINK_ORIGIN, ORIGIN }: Env): string | null => ORIGIN ?? LINK_ORIGIN ?? null;

/** Hands a mail to the tenant's server; the demo's is kept to be looked at. */
export async function mailOut({ env, settings, now }: Ways, mail: Mail): Promise<Attempt> {
  const channel = settings.channels.email;
  if (!channel) return never('no address');
  if (env.DEMO === '1') return captureMail(env, { ...mail, from: channel.from, at: now });
  const secret = channel.secret === null ? null : openSecret(env, channel.secret);
  return sendMail(channel, secret, mail);
}

/** Hands a text message to whoever sends them for the tenant. */
export async function textOut(
  { env, settings, fetcher }: Ways,
  message: { id: string; to: string; text: string },
): Promise<Attempt> {
  const channel = settings.channels.sms;
  const secret = channel && openSecret(env, channel.secret);
  if (!channel || !secret) return never('no number');
  return sendSms({ url: channel.url, secret }, message, fetcher);
}

import { z } from 'zod';
import { mailSecurities } from '../domain/notifications/channels.ts';
import { isPublicAddress } from '../domain/notifications/public-address.ts';
import { attemptOutcomes } from '../domain/notifications/sending.ts';
import { line } from './fields.ts';

const endpoint = z.url().max(1000).refine(isPublicAddress, 'Only a public push service can be told.');
const key = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-]+=*$/, 'This is no key.');

/** A browser agrees to be notified. */
export const putPushSubscriptionForm = z.strictObject({ endpoint, p256dh: key, auth: key });
/** A browser does no longer. */
export const removePushSubscriptionForm = z.strictObject({ endpoint: z.string().min(1).max(1000) });

const email = z.strictObject({
  host: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.-]{1,200}$/, 'Enter the name of the mail server, for example smtp.example.com.'),
  port: z.number({ error: 'Enter a port.' }).int().min(1, 'Enter a port.').max(65_535, 'Enter a port.'),
  security: z.enum(mailSecurities, { error: 'Choose how the connection is secured.' }),
  user: line(200, 'the user name').nullable(),
  secret: z.string().max(2000).nullable().meta({ description: 'sealed by the worker' }),
  from: z.email('Enter the address that mail comes from.').max(200),
});
const sms = z.strictObject({
  url: z.url({ protocol: /^https$/, error: 'Enter an address that begins with https://.' }).max(500),
  secret: z.string().min(1, 'Enter the secret that messages are signed with.').max(2000),
});

/** By what people are reached outside of their open pages. */
export const putChannelsForm = z.strictObject({ email: email.nullable(), sms: sms.nullable() });

/** What became of an attempt to send something. */
const recordSendingForm = z.strictObject({
  id: z.string().max(60),
  attempt: z.number().int().min(0),
  outcome: z.enum(attemptOutcomes),
  fault: z.string().max(60).nullable(),
});

export type PutPushSubscription = z.output<typeof putPushSubscriptionForm>;
export type RemovePushSubscription = z.output<typeof removePushSubscriptionForm>;
export type PutChannels = z.output<typeof putChannelsForm>;
export type RecordSending = z.output<typeof recordSendingForm>;

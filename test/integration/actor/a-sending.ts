import type { World } from './a-desk.ts';
import { rows } from './a-risk-world.ts';

/** A mail server that a tenant sends through, as its settings hold it. */
export const email = {
  host: 'smtp.example.com',
  port: 465,
  security: 'tls',
  user: null,
  secret: null,
  from: 'care@tst.example',
} as const;
/** Where its text messages go. */
export const sms = { url: 'https://sms.example/send', secret: 'sealed' };

/** How often the one sending was tried; undefined: there is none. */
export const attempts = async (world: World) =>
  (await rows(world, "select data ->> '$.attempts' as n from sendings"))[0]?.n;

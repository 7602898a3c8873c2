import type { Attempt } from '../../durable-objects/actor/parts.ts';
import { connect } from '../databases/connect.ts';
import type { Env } from '../env.ts';
import type { Mail } from './mail.ts';

/** A mail of the demo's: shown at an address of its own, and never sent. */
export interface CapturedMail extends Mail {
  from: string;
  /** milliseconds since 1970 UTC */
  at: number;
}

/** The newest are kept. */
const kept_max = 100;

/** The demo's mails lie in the directory: no insurer's records, and nothing that is kept for anybody. */
const table =
  'create table if not exists captured_mail (id text primary key, at integer not null, data text not null) strict';

/** Keeps a mail in place of sending it. */
export async function captureMail(env: Env, mail: CapturedMail): Promise<Attempt> {
  await connect(env, 'directory').batch(
    [
      table,
      {
        sql: 'insert or ignore into captured_mail (id, at, data) values (?, ?, ?)',
        args: [mail.id, mail.at, JSON.stringify(mail)],
      },
      {
        sql: 'delete from captured_mail where at < (select at from captured_mail order by at desc limit 1 offset ?)',
        args: [kept_max],
      },
    ],
    'write',
  );
  return { outcome: 'sent', fault: null };
}

/** The mails that were kept, newest first. */
export async function capturedMails(env: Env): Promise<CapturedMail[]> {
  const [, result] = await connect(env, 'directory').batch(
    [table, 'select data from captured_mail order by at desc, id limit 50'],
    'write',
  );
  return (result?.rows ?? []).map((row): CapturedMail => JSON.parse(String(row.data)));
}

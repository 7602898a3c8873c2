import { sql } from 'drizzle-orm';
import { deniedIn } from '../../schema/domain/members/client-news.ts';
import type { Sending } from '../../schema/domain/notifications/sending.ts';
import type { ClientTold } from '../../views/hmo/members/client-told-card.tsx';
import type { Database } from './database.ts';

/** What a client has been, or will be, told of its people's reports, the latest month first. */
export async function clientTold(db: Database, code: string, limit: number): Promise<ClientTold[]> {
  const rows = await db.all<{ data: string }>(
    sql`select data from sendings where id >= ${`client-${code}-`} and id < ${`client-${code}.`} order by id desc limit ${limit}`,
  );
  return rows.map(({ data }) => {
    const { about, state, at }: Sending = JSON.parse(data);
    return { ...deniedIn(about), state, at };
  });
}

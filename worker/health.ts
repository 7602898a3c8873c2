import type { Context } from 'hono';
import { organisations } from '../schema/tables/directory/organisations.ts';
import { openDirectory } from './directory/directory.ts';
import type { AppEnv } from './env.ts';

/** Whether the product can work: the directory answers with its tables up to date. `empty`: nobody is in it yet. */
export async function health(c: Context<AppEnv>): Promise<Response> {
  const directory = await openDirectory(c.env);
  const found = await directory.select({ id: organisations.id }).from(organisations).limit(1);
  return c.json({ ok: true, version: c.env.VERSION, empty: found.length === 0 });
}

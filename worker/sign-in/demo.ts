import { and, eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { accounts } from '../../schema/tables/directory/accounts.ts';
import { answerStatus } from '../answer.ts';
import { readForm } from '../command.ts';
import { openDirectory } from '../directory/directory.ts';
import type { AppEnv } from '../env.ts';
import { safeNext } from './home-of.ts';
import { enterWork } from './password.ts';

/** Signs in as one of the people of the demo, without a password; does not exist where the demo is off. */
export async function chooseDemoPerson(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const [account] =
    c.env.DEMO === '1'
      ? await (await openDirectory(c.env))
          .select({ id: accounts.id })
          .from(accounts)
          .where(
            and(eq(accounts.id, form.get('account')), eq(accounts.demo, true), eq(accounts.state, 'ACTIVE')),
          )
      : [];
  if (!account) return answerStatus(c, 404, 'There is no such person in the demo.');
  return enterWork(c, account.id, safeNext(form.get('next') || undefined));
}

import type { Context } from 'hono';
import { refuse } from '../../schema/domain/refusal.ts';
import { accountForm } from '../../schema/forms/sign-in.ts';
import { accounts } from '../../schema/tables/directory/accounts.ts';
import { answer } from '../answer.ts';
import { openDirectory } from '../directory/directory.ts';
import { hashPassword } from '../directory/password.ts';
import type { AppEnv } from '../env.ts';
import { fieldErrors } from './field-errors.ts';

/** Makes an account; one that exists by this id is left as it is. */
export async function makeAccount(c: Context<AppEnv>): Promise<Response> {
  const parsed = accountForm.safeParse(await c.req.json());
  if (!parsed.success)
    return answer(c, refuse('invalid', 'This account cannot be made.', fieldErrors(parsed.error)));
  const { id, email, name, password, demo } = parsed.data;
  const directory = await openDirectory(c.env);
  const hashed = password === undefined ? null : await hashPassword(password);
  await directory
    .insert(accounts)
    .values({ id, email, name, password: hashed, demo, state: 'ACTIVE', createdAt: Date.now() })
    .onConflictDoNothing({ target: accounts.id });
  return c.json({ id });
}

import { eq } from 'drizzle-orm';
import { whyNotPassword } from '../../schema/domain/passwords/why-not-password.ts';
import { accounts } from '../../schema/tables/directory/accounts.ts';
import { freshId } from '../command.ts';
import type { Directory } from '../directory/directory.ts';
import { hashPassword, isPassword } from '../directory/password.ts';
import type { Env } from '../env.ts';
import type { Invited } from './invited.ts';

const wrong = 'This is not the password of your account. Check it and try again.';

/** Whether somebody has an account under the address of an invitation: then they use its password. */
export async function hasAccount(directory: Directory, { email }: Invited): Promise<boolean> {
  const [account] = await directory
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.email, email));
  return account !== undefined;
}

/** The account of whoever uses an invitation: the one they have, by its password, or a new one; or why not, in words. */
export async function accountFor(
  env: Env,
  directory: Directory,
  { email, person }: Invited,
  password: string,
): Promise<{ id: string } | { error: string }> {
  const [known] = await directory.select().from(accounts).where(eq(accounts.email, email));
  if (known) {
    const right = await isPassword(password, known.password);
    const isSomebody = known.state === 'ACTIVE' && (!known.demo || env.DEMO === '1');
    return right && isSomebody ? { id: known.id } : { error: wrong };
  }
  const { firstName, lastName } = person;
  const error = whyNotPassword(password, [firstName, lastName, email]);
  if (error !== null) return { error };
  const account = {
    id: freshId(),
    email,
    name: `${firstName} ${lastName}`,
    password: await hashPassword(password),
    demo: false,
    state: 'ACTIVE' as const,
    createdAt: Date.now(),
  };
  const made = await directory
    .insert(accounts)
    .values(account)
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  // Two tabs at once: the other one was first.
  return made[0] ?? { error: wrong };
}

import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { signInForm } from '../../schema/forms/sign-in.ts';
import { accounts } from '../../schema/tables/directory/accounts.ts';
import { paths } from '../../views/paths.ts';
import { readForm } from '../command.ts';
import { beginSession } from '../directory/begin-session.ts';
import { openDirectory } from '../directory/directory.ts';
import { isPassword } from '../directory/password.ts';
import { beginAttempt, forgiveAttempt } from '../directory/throttle.ts';
import type { AppEnv } from '../env.ts';
import { addressOf, networkOf } from '../middleware/address.ts';
import { leaveFor, render } from '../render.tsx';
import { homeOf, safeNext } from './home-of.ts';
import { signInView } from './view.tsx';
import { waitWords } from './wait-words.ts';

const wrong = { '': 'This e-mail address and password do not belong together. Check both and try again.' };

/** Shows the form; who is signed in already goes on to their work. */
export async function showSignIn(c: Context<AppEnv>): Promise<Response> {
  const next = safeNext(c.req.query('next'));
  if (c.var.session) return leaveFor(c, next ?? homeOf(c.var.session.membership?.organisation));
  return render(c, await signInView(c.env, { next }));
}

/** Signs in. Whether an account exists shows neither in the answer nor in how long it takes. */
export async function signInWithPassword(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const next = safeNext(c.req.query('next'));
  const email = form.get('email');
  const parsed = signInForm.safeParse({ email, password: form.get('password') });
  if (!parsed.success) {
    const errors = Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [path.join('.'), message]),
    );
    return render(c, await signInView(c.env, { next, email, errors }), 422);
  }
  const directory = await openDirectory(c.env);
  const attempt = { email: parsed.data.email, address: networkOf(addressOf(c)) };
  const wait_s = await beginAttempt(directory, attempt, Date.now());
  if (wait_s > 0) {
    c.header('Retry-After', String(wait_s));
    return render(c, await signInView(c.env, { next, email, errors: { '': waitWords(wait_s) } }), 429);
  }
  const [account] = await directory.select().from(accounts).where(eq(accounts.email, attempt.email));
  const right = await isPassword(parsed.data.password, account?.password ?? null);
  // Everybody knows the password of the demo's people: where the demo is off they are nobody.
  const isSomebody = account?.state === 'ACTIVE' && (!account.demo || c.env.DEMO === '1');
  if (!account || !right || !isSomebody)
    return render(c, await signInView(c.env, { next, email, errors: wrong }), 422);
  await forgiveAttempt(directory, attempt);
  return enterWork(c, account.id, next);
}

/** Begins a session and takes the person to where they wanted, or to their one organisation, or to the choice. */
export async function enterWork(
  c: Context<AppEnv>,
  accountId: string,
  next: string | undefined,
): Promise<Response> {
  const memberships = await beginSession(c, await openDirectory(c.env), accountId);
  if (memberships.length !== 1) return leaveFor(c, paths.organisations(next));
  return leaveFor(c, next ?? homeOf(memberships[0]?.organisation));
}

import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { whyNotPassword } from '../../../schema/domain/passwords/why-not-password.ts';
import { accounts } from '../../../schema/tables/directory/accounts.ts';
import { SecurityPage } from '../../../views/enrollee/security-page.tsx';
import { paths } from '../../../views/paths.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { answer } from '../../answer.ts';
import { readForm } from '../../command.ts';
import { openDirectory } from '../../directory/directory.ts';
import { endOwnSession, putPassword, sessionsOf } from '../../directory/own-sessions.ts';
import { hashPassword, isPassword } from '../../directory/password.ts';
import { beginAttempt, forgiveAttempt } from '../../directory/throttle.ts';
import type { AppEnv } from '../../env.ts';
import { addressOf, networkOf } from '../../middleware/address.ts';
import { render } from '../../render.tsx';
import { waitWords } from '../../sign-in/wait-words.ts';
import { arriveAnew, type MyDesk, nothing } from './desk.ts';
import { deviceName } from './device-name.ts';
import { myView } from './my-view.tsx';

async function securityPage(
  c: Context<AppEnv>,
  desk: MyDesk,
  { errors = {}, saved = false }: { errors?: FormErrors; saved?: boolean } = {},
  status?: Parameters<typeof render>[2],
): Promise<Response> {
  const { session, principal } = c.var;
  const found = await sessionsOf(await openDirectory(c.env), principal.id, desk.now);
  const sessions = found.map(({ agent, address, ...row }) => ({
    ...row,
    address: address ?? '',
    device: deviceName(agent ?? ''),
    isThis: row.id === session?.id,
  }));
  const content = (
    <SecurityPage {...{ sessions, errors }} zone={desk.zone} email={session?.email ?? ''} saved={saved} />
  );
  return render(c, myView(c, desk, { title: 'Security', nav: 'security' }, content), status);
}

/** `GET /me/security`. */
export const showSecurity = (c: Context<AppEnv>, desk: MyDesk): Promise<Response> =>
  securityPage(c, desk, { saved: c.req.query('saved') !== undefined });

/** `POST /me/security/sessions/<session>/ends`. */
export async function signOutThere(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const id = c.req.param('session') ?? '';
  const accountId = c.var.principal.id;
  const ended = await endOwnSession(c.env, await openDirectory(c.env), { accountId, id, now: desk.now });
  if (!ended) return answer(c, nothing);
  return arriveAnew(c, paths.me.security(), (_, anew) => securityPage(c, anew));
}

/** `POST /me/security`: another password, for the one that is right now. */
export async function changePassword(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const { session } = c.var;
  if (!session) return answer(c, nothing);
  const directory = await openDirectory(c.env);
  const attempt = { email: session.email, address: networkOf(addressOf(c)) };
  const wait_s = await beginAttempt(directory, attempt, desk.now);
  if (wait_s > 0) {
    c.header('Retry-After', String(wait_s));
    return securityPage(c, desk, { errors: { '': waitWords(wait_s) } }, 429);
  }
  const [account] = await directory.select().from(accounts).where(eq(accounts.id, session.accountId));
  if (!(await isPassword(form.get('current'), account?.password ?? null)))
    return securityPage(c, desk, { errors: { current: 'This is not your password now.' } }, 422);
  await forgiveAttempt(directory, attempt);
  const why = whyNotPassword(form.get('password'), [session.name, session.email]);
  if (why !== null) return securityPage(c, desk, { errors: { password: why } }, 422);
  const hashed = await hashPassword(form.get('password'));
  const { accountId, id: here } = session;
  await putPassword(c.env, directory, { accountId, hashed, here, now: desk.now });
  return arriveAnew(c, paths.me.security({ saved: 1 }), (_, anew) => securityPage(c, anew, { saved: true }));
}

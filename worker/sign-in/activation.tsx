import type { Context } from 'hono';
import { executeOn } from '../../durable-objects/tenant/execute.ts';
import { portalIdOf } from '../../schema/domain/members/portal-id.ts';
import { isRefusal } from '../../schema/domain/refusal.ts';
import { paths } from '../../views/paths.ts';
import { ActivationPage, type ActivationShown } from '../../views/public/activation-page.tsx';
import { freshId, readForm, systemOf, tenantActor } from '../command.ts';
import { beginSession } from '../directory/begin-session.ts';
import { openDirectory } from '../directory/directory.ts';
import type { AppEnv } from '../env.ts';
import { plainView } from '../plain-view.tsx';
import { leaveFor, render } from '../render.tsx';
import { type Invited, invitedAt } from './invited.ts';
import { accountFor, hasAccount } from './portal-account.ts';
import { waitWords } from './wait-words.ts';

const strangers =
  'This link and this birth date do not belong together. Check the birth date, or ask your insurer for a new link.';

type Status = Parameters<typeof render>[2];

function page(c: Context<AppEnv>, shown: ActivationShown, status?: Status): Response {
  const action = paths.activation(c.req.param('portal') ?? '', c.req.param('secret') ?? '');
  const content = <ActivationPage action={action} {...shown} />;
  return render(c, plainView({ page: { title: 'Open your portal' }, content }), status);
}

/** `GET /activate/<portal>/<secret>`: the same for every link, until a birth date is given. */
export const showActivation = (c: Context<AppEnv>): Response => page(c, { step: 'who', errors: {} });

/** Makes the account, opens the portal with it, and signs them in there. */
async function activate(c: Context<AppEnv>, invited: Invited, password: string): Promise<Response | string> {
  const directory = await openDirectory(c.env);
  const account = await accountFor(c.env, directory, invited, password);
  if ('error' in account) return account.error;
  const { tenantId, tokenHash, person } = invited;
  const principal = systemOf({ kind: 'tenant', id: tenantId });
  const input = { enrolleeId: person.id, tokenHash, accountId: account.id };
  const answered = await executeOn(tenantActor(c, tenantId), {
    id: freshId(),
    principal,
    command: { type: 'ActivatePortal', input },
  });
  if (isRefusal(answered)) return answered.message;
  await beginSession(c, directory, account.id, portalIdOf({ tenantId, enrolleeId: person.id }));
  return leaveFor(c, paths.me.dashboard());
}

/** `POST /activate/<portal>/<secret>`: first who they are, then a password; each is looked at anew. */
export async function useInvitation(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const birthDate = form.get('birthDate');
  const invited = await invitedAt(c, birthDate);
  if (typeof invited === 'number') {
    c.header('Retry-After', String(invited));
    return page(c, { step: 'who', errors: { '': waitWords(invited) } }, 429);
  }
  if (invited === null) return page(c, { step: 'who', birthDate, errors: { birthDate: strangers } }, 422);
  const { standing, insurer, person, email } = invited;
  if (standing !== 'works') return page(c, { step: standing, insurer }, 410);
  const known = await hasAccount(await openDirectory(c.env), invited);
  const props = { step: 'password', birthDate, insurer, firstName: person.firstName, email, known } as const;
  if (!form.names.includes('password')) return page(c, { ...props, errors: {} });
  const done = await activate(c, invited, form.get('password'));
  return typeof done === 'string' ? page(c, { ...props, errors: { password: done } }, 422) : done;
}

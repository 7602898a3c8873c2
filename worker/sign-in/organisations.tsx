import type { Context } from 'hono';
import { OrganisationChoice } from '../../views/public/organisation-choice.tsx';
import { answerStatus } from '../answer.ts';
import { readForm } from '../command.ts';
import { chooseOrganisation } from '../directory/begin-session.ts';
import { openDirectory } from '../directory/directory.ts';
import { closeSockets } from '../directory/end-session.ts';
import { membershipsOf } from '../directory/memberships.ts';
import type { AppEnv } from '../env.ts';
import { plainView } from '../plain-view.tsx';
import { leaveFor, render } from '../render.tsx';
import { askToSignIn } from './ask.ts';
import { homeOf, safeNext } from './home-of.ts';

/** Shows where the person may work. */
export async function showOrganisations(c: Context<AppEnv>): Promise<Response> {
  const { session } = c.var;
  if (!session) return askToSignIn(c);
  const found = await membershipsOf(await openDirectory(c.env), session.accountId);
  const organisations = found.map(({ organisation, roleName }) => ({ ...organisation, roleName }));
  const next = safeNext(c.req.query('next'));
  const content = <OrganisationChoice name={session.name} organisations={organisations} next={next} />;
  return render(c, plainView({ page: { title: 'Choose an organisation' }, content }));
}

/** Acts for another organisation from now on. */
export async function choose(c: Context<AppEnv>): Promise<Response> {
  const { session } = c.var;
  if (!session) return askToSignIn(c);
  const form = await readForm(c);
  const directory = await openDirectory(c.env);
  const found = await membershipsOf(directory, session.accountId);
  const chosen = found.find(({ organisation }) => organisation.id === form.get('organisation'));
  if (!chosen) return answerStatus(c, 404, 'You do not belong to this organisation. Choose another one.');
  await chooseOrganisation(directory, session.id, chosen.organisation);
  await closeSockets(c.env, session);
  const home = homeOf(chosen.organisation);
  const next = safeNext(form.get('next') || undefined);
  return leaveFor(c, next?.startsWith(home) ? next : home);
}

import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { OrganisationKind, Permission } from '../../../schema/domain/permissions.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';
import { accounts, memberships } from '../../../schema/tables/directory/accounts.ts';
import { organisations } from '../../../schema/tables/directory/organisations.ts';
import { app } from '../../../worker/app.ts';
import { freshId } from '../../../worker/command.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { hashPassword } from '../../../worker/directory/password.ts';
import type { Env } from '../../../worker/env.ts';

export const origin = 'http://127.0.0.1';
export const password = 'correct horse battery';

let hashed: string | undefined;
const hash = async () => {
  hashed ??= await hashPassword(password);
  return hashed;
};

/** Asks the real app; `with` changes what the worker is given. */
export async function ask(path: string, init: RequestInit = {}, given: Partial<Env> = {}): Promise<Response> {
  const ctx = createExecutionContext();
  const headers = new Headers(init.headers);
  if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', given.ORIGIN ?? origin);
  const request = new Request(`${given.ORIGIN ?? origin}${path}`, { redirect: 'manual', ...init, headers });
  const response = await app.fetch(request, { ...env, ...given }, ctx);
  await waitOnExecutionContext(ctx);
  return response;
}

/** Sends a form as a browser without script does. */
export const post = (
  path: string,
  fields: Record<string, string>,
  headers: HeadersInit = {},
  given: Partial<Env> = {},
) => ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }, given);

export interface Organisation {
  kind: OrganisationKind;
  id: string;
  slug: string | null;
  name: string;
}

/** A new organisation in the directory. */
export async function anOrganisation(kind: OrganisationKind): Promise<Organisation> {
  const id = freshId();
  const slug = kind === 'tenant' ? `t-${id.slice(-12)}` : null;
  const row = { kind, id, slug, name: `${kind} ${id}`, state: 'ACTIVE' as const, profile: {} };
  await (await openDirectory(env)).insert(organisations).values(row);
  return row;
}

interface Person {
  id: string;
  email: string;
}

/** A new person with a password, and with a seeded role in each organisation. */
export async function aPerson(
  at: readonly { organisation: Organisation; role: string }[],
  own: { demo?: boolean; state?: 'ACTIVE' | 'SUSPENDED' } = {},
): Promise<Person> {
  const id = freshId();
  const email = `${id}@people.example`;
  const directory = await openDirectory(env);
  const account = {
    id,
    email,
    name: `Person ${id}`,
    state: 'ACTIVE' as const,
    demo: false,
    createdAt: Date.now(),
    ...own,
  };
  await directory.insert(accounts).values({ ...account, password: await hash() });
  for (const { organisation, role } of at) {
    const found = seededRoles[organisation.kind].find(({ key }) => key === role);
    const permissions: Permission[] = [...(found?.permissions ?? [])];
    await directory.insert(memberships).values({
      accountId: id,
      kind: organisation.kind,
      organisationId: organisation.id,
      roleKey: role,
      roleName: found?.name ?? role,
      permissions,
      state: 'ACTIVE',
    });
  }
  return { id, email };
}

/** The cookie of an answer, as the browser sends it back. */
export const cookieOf = (response: Response): string =>
  response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Signs in with the password; answers the cookie. */
export async function signedIn(person: Person, given: Partial<Env> = {}): Promise<string> {
  return cookieOf(await post('/sign-in', { email: person.email, password }, {}, given));
}

import type { Context, MiddlewareHandler } from 'hono';
import { can, type OrganisationKind, type Permission } from '../../schema/domain/permissions.ts';
import { refuse } from '../../schema/domain/refusal.ts';
import { paths } from '../../views/paths.ts';
import { answer, problem } from '../answer.ts';
import type { AppEnv } from '../env.ts';
import { leaveFor } from '../render.tsx';
import { askToSignIn } from '../sign-in/ask.ts';

/** A door that knows which permissions it asks for, so that a test can list them. */
export type Door = MiddlewareHandler<AppEnv> & { readonly guards: readonly Permission[] };

const kindByArea: Record<string, OrganisationKind> = {
  facility: 'facility',
  company: 'client',
  platform: 'platform',
  me: 'enrollee',
};

/** Whose catalogue a permission is from. */
export const kindOf = (permission: Permission): OrganisationKind =>
  kindByArea[permission.slice(0, permission.indexOf('.'))] ?? 'tenant';

const nothingHere = refuse('not_found', 'There is nothing at this address, or it belongs to someone else.');
const notAllowed = refuse(
  'forbidden',
  'Your role does not allow this. An administrator of your organisation can change it.',
);

/** Somebody is signed in, but acts for no organisation, or may no longer act for the one they chose. */
const chooseFirst = (c: Context<AppEnv>): Response =>
  c.var.speaks === 'problem'
    ? problem(c, 401, 'Choose an organisation first.')
    : leaveFor(c, paths.organisations());

/** Sets who acts and for whom, from the session; or answers why nobody may. */
async function enter(c: Context<AppEnv>, kinds: readonly OrganisationKind[]): Promise<Response | null> {
  if (c.var.principal === undefined) {
    const session = c.var.session;
    if (!session) return askToSignIn(c);
    if (!session.membership) return chooseFirst(c);
    const { organisation, permissions } = session.membership;
    c.set('organisation', organisation);
    c.set('principal', {
      id: session.accountId,
      name: session.name,
      via: 'session',
      organisation: { kind: organisation.kind, id: organisation.id },
      permissions,
    });
  }
  const { kind, slug } = c.var.organisation;
  if (!kinds.includes(kind)) return answer(c, nothingHere);
  const named = c.var.speaks === 'page' && kind === 'tenant' ? c.req.param('tenant') : undefined;
  return named === undefined || named === slug ? null : answer(c, nothingHere);
}

/**
 * The door of a route. Who is signed in to an organisation of the right kind, and the one that the address names, and has
 * the permission, gets in; inside the wrong organisation there is nothing (404), without the permission it says so
 * (403). Where an address serves several kinds of organisation, name a permission of each.
 */
export function guard(...permissions: readonly [Permission, ...Permission[]]): Door {
  const kinds = permissions.map(kindOf);
  const door: MiddlewareHandler<AppEnv> = async (c, next) => {
    const refused = await enter(c, kinds);
    if (refused) return refused;
    const { principal } = c.var;
    const subject = { organisation: principal.organisation };
    if (!permissions.some((permission) => can(principal, permission, subject))) return answer(c, notAllowed);
    return next();
  };
  return Object.assign(door, { guards: permissions });
}

/** The door of what everybody of such an organisation may do: reading their own notices. */
export function memberOf(...kinds: readonly [OrganisationKind, ...OrganisationKind[]]): Door {
  const door: MiddlewareHandler<AppEnv> = async (c, next) => (await enter(c, kinds)) ?? next();
  return Object.assign(door, { guards: [] });
}

/** The door of what is for everybody, signed in or not; the handler looks for itself whom it has before it. */
export const publicDoor: Door = Object.assign<MiddlewareHandler<AppEnv>, { guards: [] }>(
  (_c, next) => next(),
  {
    guards: [],
  },
);

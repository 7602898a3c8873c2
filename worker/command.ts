import type { Context } from 'hono';
import type { Envelope } from '../schema/commands.ts';
import type { OrganisationRef, Principal } from '../schema/domain/permissions.ts';
import type { AppEnv } from './env.ts';
import { freshId } from './fresh-id.ts';

export { freshId };

/** A form as it was sent: every name with its last value; `all` gives every value of a name. */
export interface SentForm {
  get: (name: string) => string;
  all: (name: string) => string[];
  /** what was sent, by name */
  names: string[];
  /** the id made when the form was shown: sending it twice does it once */
  commandId: string;
}

/** A body that is no form, whatever it says of itself, has nothing in it. */
function nothingIn(fault: unknown): Record<string, never> {
  if (fault instanceof TypeError) return {};
  throw fault;
}

/** Reads a sent form. A file counts as nothing here. */
export async function readForm(c: Context<AppEnv>): Promise<SentForm> {
  const data = await c.req.parseBody({ all: true }).catch(nothingIn);
  const all = (name: string): string[] => {
    const value = data[name];
    const list = Array.isArray(value) ? value : [value];
    // No database takes a NUL, and nobody types one.
    return list.filter((each) => typeof each === 'string').map((each) => each.replaceAll('\0', ''));
  };
  const get = (name: string) => all(name).at(-1) ?? '';
  const given = get('command_id');
  return {
    get,
    all,
    names: Object.keys(data),
    commandId: /^[0-9a-z-]{8,64}$/.test(given) ? given : freshId(),
  };
}

/** Puts a command of the person (or key) of this request in its envelope. */
export function command<Command>(c: Context<AppEnv>, id: string, what: Command): Envelope<Command> {
  return { id, principal: c.var.principal, command: what };
}

/** The product itself, acting in an organisation. */
export const systemOf = (organisation: OrganisationRef): Principal => ({
  id: 'system',
  name: 'Vetra',
  via: 'system',
  organisation,
  permissions: [],
});

/** The actor of a tenant; left out: the one this request acts for. */
export const tenantActor = (c: Context<AppEnv>, tenantId = c.var.organisation.id) =>
  c.env.TENANT.get(c.env.TENANT.idFromName(tenantId));

/** The actor of the facility this request acts for. */
export const facilityActor = (c: Context<AppEnv>) =>
  c.env.FACILITY.get(c.env.FACILITY.idFromName(c.var.organisation.id));

import type { MiddlewareHandler } from 'hono';
import { can, type Permission } from '../../schema/domain/permissions.ts';
import type { AppEnv } from '../env.ts';
import type { Door } from '../middleware/guard.ts';
import type { Scopes } from './operation.ts';
import { problem } from './problems.ts';

/** The scopes of a kind of key that open an address, any of them. */
export function scopesOf({ tenant, facility, also = [] }: Scopes, kind: 'tenant' | 'facility'): Permission[] {
  const first = kind === 'tenant' ? tenant : facility;
  return first === undefined ? [] : kind === 'tenant' ? [first, ...also] : [first];
}

/** The door of an operation: lets in a key of the right kind that has the scope, and names the scope to one that has not. */
export function door(scopes: Scopes): Door {
  const pass: MiddlewareHandler<AppEnv> = async (c, next) => {
    const { principal } = c.var;
    const { kind } = principal.organisation;
    const wanted = kind === 'tenant' || kind === 'facility' ? scopesOf(scopes, kind) : [];
    if (wanted.length === 0) {
      const [other] = Object.keys(scopes);
      return problem(c, {
        code: 'not-found',
        detail: `With this key there is nothing here; it takes the key of a ${other}.`,
      });
    }
    const subject = { organisation: principal.organisation };
    if (wanted.some((scope) => can(principal, scope, subject))) return next();
    const detail = `This takes a key with the scope ${wanted.join(' or ')}.`;
    return problem(c, { code: 'scope-missing', detail });
  };
  const guards = [...scopesOf(scopes, 'tenant'), ...scopesOf(scopes, 'facility')];
  return Object.assign(pass, { guards });
}

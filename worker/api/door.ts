import type { MiddlewareHandler } from 'hono';
import { can, type Permission } from '../../schema/domain/permissions.ts';
import type { AppEnv } from '../env.ts';
import type { Door } from '../middleware/guard.ts';
import type { Scopes } from './operation.ts';
import { problem } from './problems.ts';

/** The door of an operation: lets in a key of the right kind that has the scope, and names the scope to one that has not. */
export function door(scopes: Scopes): Door {
  const pass: MiddlewareHandler<AppEnv> = async (c, next) => {
    const { principal } = c.var;
    const { kind } = principal.organisation;
    const wanted = kind === 'tenant' || kind === 'facility' ? scopes[kind] : undefined;
    if (wanted === undefined) {
      const [other] = Object.keys(scopes);
      return problem(c, {
        code: 'not-found',
        detail: `With this key there is nothing here; it takes the key of a ${other}.`,
      });
    }
    if (can(principal, wanted, { organisation: principal.organisation })) return next();
    return problem(c, { code: 'scope-missing', detail: `This takes a key with the scope ${wanted}.` });
  };
  const guards: Permission[] = Object.values(scopes);
  return Object.assign(pass, { guards });
}

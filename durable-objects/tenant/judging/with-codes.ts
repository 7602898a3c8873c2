import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { Decision } from '../../actor/book.ts';
import type { TenantDid } from '../handler.ts';

/** A command's decision with the authorizations that changed with it: their ids stand in the entry's data as `authorizations`. */
export function withCodes<Outcome>(
  done: Decision<Outcome, TenantDid>,
  authorizations: readonly Authorization[],
): Decision<Outcome, TenantDid> {
  if (authorizations.length === 0) return done;
  const latest = [...new Map(authorizations.map((each) => [each.id, each])).values()];
  const ids = latest.map(({ id }) => id);
  return {
    ...done,
    data: { ...done.data, authorizations: ids },
    did: { ...done.did, authorizations: latest },
  };
}

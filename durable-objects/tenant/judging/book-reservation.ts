import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import {
  loweredOf,
  releaseOf,
  reservationOf,
  unreserved,
  withReservations,
} from '../../../schema/domain/authorizations/reserving.ts';
import type { LedgerEntry } from '../../../schema/domain/benefits/account.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import { accountKey } from '../memory/benefits.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';
import { bookEntries, familyOf } from './book-claim.ts';
import type { Case } from './judge-claim.ts';

/** What giving back a request's reservation looks at: the person, and the accounts that its lines stand in. */
export function releaseWants(memory: TenantMemory, { enrolleeId, lines }: Authorization): Want[] {
  const key = enrolleeKey.id(enrolleeId);
  const person = memory.enrollees.peek(key);
  const accounts = lines.flatMap(({ reservation }) =>
    person && reservation
      ? [{ shelf: memory.accounts, key: accountKey(familyOf(person), reservation.period) }]
      : [],
  );
  return [{ shelf: memory.enrollees, key }, ...accounts];
}

/** The entries that give back what a request still reserves. Wants `releaseWants`. */
export function releasing(
  authorization: Authorization,
  { memory, at }: Pick<TenantContext, 'memory' | 'at'>,
): LedgerEntry[] {
  const person = memory.enrollees.get(enrolleeKey.id(authorization.enrolleeId));
  return person ? releaseOf(authorization, { familyId: familyOf(person), at }) : [];
}

/**
 * Reserves what was granted, in one batch with the decision, and answers the request with where each line's reservation
 * stands. `before` is the request as it was granted until now: what that still reserves is given back in the same breath.
 * Wants what judging the request looks at, and `releaseWants` of `before`.
 */
export function bookReservation(
  authorization: Authorization,
  asked: Case,
  context: TenantContext,
  before: Authorization | null = null,
): Authorization {
  const reserved = reservationOf(authorization, asked);
  bookEntries([...(before ? releasing(before, context) : []), ...reserved], context);
  return withReservations(authorization, reserved);
}

/** Gives back what a request still reserves, and answers it with nothing reserved. Wants `releaseWants`. */
export function bookRelease(authorization: Authorization, context: TenantContext): Authorization {
  bookEntries(releasing(authorization, context), context);
  return unreserved(authorization);
}

/** Gives back by how much less is left of a request than was before, and answers it as it is now. Wants `releaseWants`. */
export function bookLowered(
  before: Authorization,
  after: Authorization,
  context: TenantContext,
): Authorization {
  const { memory, at } = context;
  const person = memory.enrollees.get(enrolleeKey.id(before.enrolleeId));
  if (person) bookEntries(loweredOf(before, after, { familyId: familyOf(person), at }), context);
  return after;
}

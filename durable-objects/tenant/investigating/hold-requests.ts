import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { requestHeld, requestLetGo } from '../../../schema/domain/authorizations/holding.ts';
import { requestSubject } from '../../../schema/domain/investigations/hold-subject.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import type { TenantMemory } from '../memory.ts';
import { authorizationWants, changedAuthorization, peekAuthorization } from '../on-authorization.ts';
import { beginSweep } from './on-investigation.ts';

/** Requests that an investigation holds, or lets go of, with what is held of the claims that name them. */
export const requestsWants = (memory: TenantMemory, numbers: readonly string[]): Want[] =>
  numbers.flatMap((number) => [
    ...authorizationWants(memory, number),
    { shelf: memory.held, key: requestSubject(number) },
  ]);

function moved(
  numbers: readonly string[],
  change: (one: Authorization) => Authorization,
  context: TenantContext,
): Authorization[] {
  return numbers.flatMap((number) => {
    const before = peekAuthorization(context.memory, number);
    const after = before && change(before);
    if (!after || after === before) return [];
    return changedAuthorization(before, after, null, context).did.authorizations ?? [];
  });
}

/** The investigation holds these requests; the claims that name them follow in the background. */
export function holdRequests(
  numbers: readonly string[],
  investigation: string,
  context: TenantContext,
): Authorization[] {
  for (const number of numbers) beginSweep(requestSubject(number), investigation, 'PLACING', context);
  return moved(numbers, (one) => requestHeld(one, investigation, context.at), context);
}

/** It lets go of them, and of the claims that name them. */
export function letGoOfRequests(
  numbers: readonly string[],
  investigation: string,
  context: TenantContext,
): Authorization[] {
  for (const number of numbers) beginSweep(requestSubject(number), investigation, 'LIFTING', context);
  return moved(numbers, (one) => requestLetGo(one, investigation, context.at), context);
}

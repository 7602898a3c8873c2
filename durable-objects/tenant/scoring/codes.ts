import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { sum } from '../../../schema/domain/money.ts';
import type { NamedCode } from '../../../schema/domain/risk/facts.ts';
import type { Want } from '../../actor/book.ts';
import { isLive } from '../judging/asked.ts';
import { authorizationsNamed } from '../judging/codes-named.ts';
import { authorizationKey } from '../memory/authorizations.ts';
import type { TenantMemory } from '../memory.ts';

/** The other claims that name the same codes: whether they still count is asked of themselves. */
export function codesWants(memory: TenantMemory, lines: readonly { authorization: string | null }[]): Want[] {
  const codes = new Set(lines.flatMap(({ authorization }) => authorization ?? []));
  return [...codes].flatMap((code) => {
    const named = memory.authorizations.peek(authorizationKey.code(code))?.claims ?? [];
    return named.flatMap(({ claim }) => {
      const id = claimIdOf(claim);
      return id === null ? [] : [{ shelf: memory.claims, key: String(id) }];
    });
  });
}

/** What of a service a code was given for: as much as was ever granted, before a move of plan lowered it too, and at most what was asked. */
function givenFor({ lines, code }: Authorization, named: string, service: string): NamedCode['given'] {
  const line = lines.find((each) => each.service === service);
  if (!line) return null;
  if (named !== code) return { quantity: line.quantity, amount: line.requested };
  const { approvedQuantity, approved, requested, earlier = [] } = line;
  const quantity = Math.max(approvedQuantity ?? 0, ...earlier.map((then) => then.quantity));
  return { quantity, amount: Math.max(approved ?? 0, requested) };
}

function elsewhere(memory: TenantMemory, { claims }: Authorization, own: string, service: string) {
  const others = claims.filter(({ claim }) => {
    const other = claim === own ? null : memory.claims.get(String(claimIdOf(claim) ?? ''));
    return other !== null && isLive(other);
  });
  const lines = others.flatMap((each) => each.lines.filter((line) => line.service === service));
  return {
    quantity: sum(lines.map(({ quantity }) => quantity)),
    claimed: sum(lines.map(({ claimed }) => claimed)),
    claims: others.map(({ claim }) => claim),
  };
}

/** What is known of the codes that a claim's lines name. Wants `codesWants`. */
export function namedCodes(memory: TenantMemory, claim: Claim): NamedCode[] {
  const named = authorizationsNamed(memory, claim);
  return claim.lines.flatMap(({ line, service, authorization: code }): NamedCode[] => {
    const one = code === null ? undefined : named.get(code);
    if (!one || code === null) return [];
    return [
      {
        line,
        code,
        otherEnrollee: one.enrolleeId !== claim.enrolleeId,
        otherFacility: one.facilityId !== claim.facilityId,
        given: givenFor(one, code, service),
        elsewhere: elsewhere(memory, one, claim.number, service),
      },
    ];
  });
}

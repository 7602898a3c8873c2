import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { hold } from '../../../schema/domain/claims/holding.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { holdersOf, subjectsOf } from '../../../schema/domain/investigations/hold-subject.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import { linkKeyOf } from '../judging/asked-of-form.ts';
import { authorizationsNamed, namedWants } from '../judging/codes-named.ts';
import type { TenantMemory } from '../memory.ts';

/** What may hold a claim: its facility, its practitioner, the codes that its lines name. */
export const subjectWants = (
  memory: TenantMemory,
  claim: Pick<Claim, 'facilityId' | 'practitionerLicence'> & Parameters<typeof namedWants>[1],
): Want[] => [...subjectsOf(claim).map((key) => ({ shelf: memory.held, key })), ...namedWants(memory, claim)];

/** What may hold a claim that is there. */
export function heldWants(memory: TenantMemory, number: string): Want[] {
  const claim = memory.claims.peek(String(claimIdOf(number) ?? ''));
  return claim ? subjectWants(memory, claim) : [];
}

/** What may hold a claim that is being filed. */
export function holdsWants(memory: TenantMemory, input: SubmitClaim, principal: Principal): Want[] {
  const key = linkKeyOf(input, principal);
  const facilityId = key === null ? null : memory.links.peek(key)?.facilityId;
  const { practitionerLicence = null } = input;
  const lines = input.lines.map(({ authorization = null }) => ({ authorization }));
  return facilityId ? subjectWants(memory, { facilityId, practitionerLicence, lines }) : [];
}

/** The claim with whatever holds its facility, its practitioner or a code that it names now. */
export function withHolds(claim: Claim, { memory, at }: TenantContext): Claim {
  const holders = subjectsOf(claim).flatMap((subject) =>
    holdersOf(memory.held.get(subject) ?? { holds: [] }),
  );
  const codes = [...authorizationsNamed(memory, claim).values()].flatMap(({ holds }) => holds);
  return [...holders, ...codes].reduce((held, investigation) => hold(held, investigation, at), claim);
}

import { submit } from '../../../schema/domain/claims/submit.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import type { Want } from '../../actor/book.ts';
import { seal } from '../../actor/seal.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { filedKey } from '../memory/claims.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { linkKey } from '../memory/network.ts';
import { serviceKey } from '../memory/services.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { changedClaim } from '../on-claim.ts';

/** A facility files for itself; the tenant's own people and keys name the facility they file for. */
function linkKeyOf(input: SubmitClaim, principal: Principal): string | null {
  if (principal.organisation.kind === 'facility') return linkKey.facility(principal.organisation.id);
  return input.facilityExternalId === undefined ? null : linkKey.external(input.facilityExternalId);
}

function memberKeyOf(input: SubmitClaim): string {
  if (input.memberId !== undefined) return enrolleeKey.member(input.memberId);
  return enrolleeKey.external(input.enrolleeExternalId ?? '');
}

function wants(memory: TenantMemory, input: SubmitClaim, principal: Principal): Want[] {
  const found: Want[] = [{ shelf: memory.enrollees, key: memberKeyOf(input) }];
  for (const { service } of input.lines)
    found.push({ shelf: memory.services, key: serviceKey.code(service) });
  const key = linkKeyOf(input, principal);
  if (key === null) return found;
  found.push({ shelf: memory.links, key });
  const link = memory.links.peek(key);
  if (link && input.externalId !== undefined)
    found.push({ shelf: memory.filed, key: filedKey(link.facilityId, input.externalId) });
  return found;
}

function misnamed(input: SubmitClaim, principal: Principal): Refusal | null {
  const own = principal.organisation.kind === 'facility';
  if (own === (input.facilityExternalId === undefined)) return null;
  const message = own
    ? 'Leave the facility out: the claim is your own.'
    : 'Name the facility this claim is of.';
  return refuse('invalid', message, [{ field: 'facilityExternalId', message }]);
}

/** What intake looks things up in, from memory. */
function factsOf(input: SubmitClaim, { memory, principal }: TenantContext) {
  const key = linkKeyOf(input, principal);
  const link = key === null ? null : memory.links.get(key);
  const filed =
    link && input.externalId !== undefined
      ? memory.filed.get(filedKey(link.facilityId, input.externalId))
      : null;
  const services = new Map(
    input.lines.flatMap(({ service }) => {
      const found = memory.services.get(serviceKey.code(service));
      return found ? [[service, found] as const] : [];
    }),
  );
  return {
    link,
    enrollee: memory.enrollees.get(memberKeyOf(input)),
    services,
    filedAs: filed?.number ?? null,
  };
}

/** → SUBMITTED, and RECEIVED at once where the tenant receives by itself; the staff are told. */
export const submitClaim: TenantHandler<'SubmitClaim'> = {
  wants,
  decide: (input, context) => {
    const { memory, principal, at, random } = context;
    const settings = memory.settings.get(only);
    const no = settings ? misnamed(input, principal) : refuse('not_found', 'There is no such insurer.');
    if (no || !settings) return no ?? refuse('not_found', 'There is no such insurer.');
    const facts = factsOf(input, context);
    const name = memory.people.staff.peek(principal.id)?.name ?? principal.name;
    const claim = submit(
      input,
      { at, id: principal.id, name },
      {
        ...settings,
        ...facts,
        zone: settings.calendar.zone,
        id: memory.claimIds.next(),
        diagnoses: new Map(),
      },
    );
    if (isRefusal(claim)) return claim;
    if (claim.externalId !== null)
      memory.filed.put({ facilityId: claim.facilityId, externalId: claim.externalId, number: claim.number });
    const changed = changedClaim(null, claim, claim.state === 'RECEIVED' ? 'received' : 'submitted', context);
    const { diagnoses, practitionerName, enrolleeName } = claim;
    const { facilityName: facility, claimed, currency } = claim;
    return {
      ...changed,
      data: {
        ...changed.data,
        enrollee: claim.enrolleeId,
        ...(claim.draftId === null ? {} : { draft: claim.draftId }),
      },
      sealed:
        facts.enrollee && seal(facts.enrollee, { diagnoses, practitionerName, enrolleeName }, random(12)),
      notice: {
        kind: 'submitted',
        audience: 'claim.view',
        subject: claim.number,
        data: { facility, claimed, currency },
      },
    };
  },
};

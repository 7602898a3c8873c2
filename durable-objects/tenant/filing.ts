import type { Claim } from '../../schema/domain/claims/claim.ts';
import { submit } from '../../schema/domain/claims/submit.ts';
import { planOn } from '../../schema/domain/cover/plan-on.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { claimIdOf } from '../../schema/domain/ids.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { SubmitClaim } from '../../schema/forms/submit-claim.ts';
import type { Want } from '../actor/book.ts';
import { filesFiled, filingFileWants } from './files/filing-files.ts';
import { askedOfForm, linkKeyOf, memberKeyOf } from './judging/asked-of-form.ts';
import { householdOf } from './judging/household.ts';
import { priceOf } from './judging/judge-claim.ts';
import { judgingWants } from './judging/wants.ts';
import { filedKey } from './memory/claims.ts';
import type { Enrollee } from './memory/enrollees.ts';
import { linkKey } from './memory/network.ts';
import { serviceKey } from './memory/services.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { replacedWants } from './on-claim.ts';

/** Whether the tenant's own people, or its key, enter a claim on a facility's behalf. */
export const isEntry = ({ via, organisation }: Principal): boolean =>
  via !== 'system' && organisation.kind === 'tenant';

/** What filing a claim looks at: intake's facts, and the engine's. */
export function filingWants(memory: TenantMemory, input: SubmitClaim, principal: Principal): Want[] {
  const found: Want[] = [
    { shelf: memory.enrollees, key: memberKeyOf(input) },
    ...filingFileWants(memory, input, principal),
  ];
  for (const { service } of input.lines)
    found.push({ shelf: memory.services, key: serviceKey.code(service) });
  found.push(...replacedWants(memory, input.replaces));
  const key = linkKeyOf(input, principal);
  if (key === null) return found;
  found.push({ shelf: memory.links, key });
  const link = memory.links.peek(key);
  if (link) found.push({ shelf: memory.links, key: linkKey.facility(link.facilityId) });
  if (link && input.externalId !== undefined)
    found.push({ shelf: memory.filed, key: filedKey(link.facilityId, input.externalId) });
  const asked = askedOfForm(memory, input, principal);
  return asked ? [...found, ...judgingWants(memory, asked)] : found;
}

function misnamed(input: SubmitClaim, principal: Principal): Refusal | null {
  const own = principal.organisation.kind === 'facility';
  const isNamed = input.facilityExternalId !== undefined || input.facilityId !== undefined;
  if (own !== isNamed) return null;
  const message = own
    ? 'Leave the facility out: the claim is your own.'
    : 'Name the facility this claim is of.';
  return refuse('invalid', message, [{ field: 'facilityExternalId', message }]);
}

/** What is known of the claim that this one asks to replace. */
function replacedOf(memory: TenantMemory, input: SubmitClaim, facilityId: string | null) {
  if (input.replaces === undefined) return undefined;
  const id = claimIdOf(input.replaces);
  const claim = id === null ? null : memory.claims.get(String(id));
  const enrolleeId = memory.enrollees.get(memberKeyOf(input))?.id ?? null;
  return { claim: claim?.number === input.replaces ? claim : null, facilityId, enrolleeId };
}

/** What intake looks things up in, from memory. */
function factsOf(memory: TenantMemory, input: SubmitClaim, principal: Principal) {
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
    replaced: replacedOf(memory, input, link?.facilityId ?? null),
  };
}

function planOfMember(memory: TenantMemory, person: Enrollee | null, day: string): string | null {
  const household = person && householdOf(memory, person);
  return household ? planOn(household, day) : null;
}

/** The claim as filing it would make it, with its number `id`; or every objection of intake. Nothing is written. */
export function filedClaim(
  memory: TenantMemory,
  input: SubmitClaim,
  principal: Principal,
  { at, id }: { at: Moment; id: number },
): Claim | Refusal {
  const settings = memory.settings.get(only);
  if (!settings) return refuse('not_found', 'There is no such insurer.');
  const no = misnamed(input, principal);
  if (no) return no;
  const facts = factsOf(memory, input, principal);
  const name = memory.people.staff.peek(principal.id)?.name ?? principal.name;
  return submit(
    input,
    { at, id: principal.id, name },
    {
      ...settings,
      ...facts,
      ...filesFiled(memory, input, principal, at),
      zone: settings.calendar.zone,
      id,
      isEntry: isEntry(principal),
      diagnoses: new Map(),
      planOn: (day) => planOfMember(memory, facts.enrollee, day),
      priceOf: (line) => priceOf(memory, facts.link?.facilityId ?? '', line),
    },
  );
}

import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { request } from '../../../schema/domain/authorizations/request.ts';
import { planOn } from '../../../schema/domain/cover/plan-on.ts';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { RequestAuthorization } from '../../../schema/forms/request-authorization.ts';
import type { Want } from '../../actor/book.ts';
import { deciderOf } from '../decider.ts';
import { filesFiled, filingFileWants } from '../files/filing-files.ts';
import { isEntry } from '../filing.ts';
import type { TenantContext } from '../handler.ts';
import { linkKeyOf, memberKeyOf } from '../judging/asked-of-form.ts';
import { askedOfRequest } from '../judging/asked-of-request.ts';
import { householdOf } from '../judging/household.ts';
import { priceOf } from '../judging/judge-claim.ts';
import { judgingWants } from '../judging/wants.ts';
import { authorizationKey } from '../memory/authorizations.ts';
import type { Enrollee } from '../memory/enrollees.ts';
import { linkKey } from '../memory/network.ts';
import { serviceKey } from '../memory/services.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { filingSteps } from './at-filing.ts';

/** What filing a request looks at: what it is checked by, and the engine's facts. */
export function requestWants(
  memory: TenantMemory,
  input: RequestAuthorization,
  principal: Principal,
): Want[] {
  const found: Want[] = [
    { shelf: memory.enrollees, key: memberKeyOf(input) },
    ...filingFileWants(memory, input, principal),
  ];
  for (const { service } of input.lines)
    found.push({ shelf: memory.services, key: serviceKey.code(service) });
  const key = linkKeyOf(input, principal);
  if (key === null) return found;
  found.push({ shelf: memory.links, key });
  const link = memory.links.peek(key);
  if (link) found.push({ shelf: memory.links, key: linkKey.facility(link.facilityId) });
  const { externalId } = input;
  if (link && externalId !== undefined)
    found.push({ shelf: memory.authorizations, key: authorizationKey.external(link.facilityId, externalId) });
  const asked = askedOfRequest(memory, input, principal);
  if (!asked) return found;
  return [
    ...found,
    ...judgingWants(memory, asked),
    ...filingSteps.flatMap((step) => step.wants(memory, asked)),
  ];
}

function misnamed(input: RequestAuthorization, principal: Principal): Refusal | null {
  const own = principal.organisation.kind === 'facility';
  const isNamed = input.facilityExternalId !== undefined || input.facilityId !== undefined;
  if (own && (input.caller !== undefined || input.calledAt !== undefined)) {
    const message = 'Leave the caller out: the request is your own.';
    return refuse('invalid', message, [{ field: 'caller', message }]);
  }
  if (own !== isNamed) return null;
  const message = own
    ? 'Leave the facility out: the request is your own.'
    : 'Name the facility this request is of.';
  return refuse('invalid', message, [{ field: 'facilityExternalId', message }]);
}

function planOfMember(memory: TenantMemory, person: Enrollee | null, day: CalendarDate) {
  const household = person && householdOf(memory, person);
  const code = household ? planOn(household, day) : null;
  if (code === null) return null;
  return { code, scheme: memory.plans.peek(code)?.plan.scheme ?? 'private' };
}

/** What a request is checked against and made of, from memory. */
function factsOf(input: RequestAuthorization, { memory, principal, at }: TenantContext) {
  const key = linkKeyOf(input, principal);
  const link = key === null ? null : memory.links.get(key);
  const enrollee = memory.enrollees.get(memberKeyOf(input));
  const { externalId } = input;
  const filed =
    link && externalId !== undefined
      ? memory.authorizations.get(authorizationKey.external(link.facilityId, externalId))
      : null;
  return {
    link,
    enrollee,
    filedAs: filed?.number ?? null,
    services: new Map(
      input.lines.flatMap(({ service }) => {
        const found = memory.services.get(serviceKey.code(service));
        return found ? [[service, found] as const] : [];
      }),
    ),
    ...filesFiled(memory, input, principal, at),
    nameOf: (code: string) => memory.services.get(serviceKey.code(code))?.name ?? code,
    planOn: (day: CalendarDate) => planOfMember(memory, enrollee, day),
    priceOf: (line: Parameters<typeof priceOf>[2]) => priceOf(memory, link?.facilityId ?? '', line),
  };
}

/** The request as filing it would make it, with its number `id`; or every objection. Nothing is written. */
export function filedRequest(
  input: RequestAuthorization,
  id: number,
  context: TenantContext,
): Authorization | Refusal {
  const { memory, principal } = context;
  const settings = memory.settings.get(only);
  if (!settings) return refuse('not_found', 'There is no such insurer.');
  const no = misnamed(input, principal);
  if (no) return no;
  const { currency, calendar, authorizations } = settings;
  return request(input, deciderOf(context), {
    ...authorizations,
    ...factsOf(input, context),
    currency,
    zone: calendar.zone,
    id,
    isEntry: isEntry(principal),
    byTelephone: isEntry(principal) && principal.via === 'session',
  });
}

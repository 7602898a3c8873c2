import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { type AutoRule, type RuleFacts, rulesFor } from '../../../schema/domain/authorizations/auto-rules.ts';
import { grant } from '../../../schema/domain/authorizations/decide.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantContext } from '../handler.ts';
import { bookReservation } from '../judging/book-reservation.ts';
import type { Case } from '../judging/judge-claim.ts';
import { linkKey } from '../memory/network.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import type { FilingStep } from './at-filing.ts';
import { addGrantedUses, grantedUseWants, useDays, useDaysWants } from './granted-uses.ts';
import { grantFactsOf } from './judging-requests.ts';

const rulesOn = (memory: TenantMemory): AutoRule[] =>
  (memory.settings.peek(only)?.autoRules ?? []).filter(({ on }) => on);

/** The widest span in which any of the rules counts uses. */
const widest = (rules: readonly AutoRule[]): number =>
  Math.max(1, ...rules.map(({ frequency }) => frequency?.days ?? 1));

function factsOf(request: Authorization, { facts }: Case, rules: readonly AutoRule[], memory: TenantMemory) {
  const days = widest(rules);
  const { enrolleeId, facilityId, serviceDate } = request;
  return {
    facilityKind: memory.links.get(linkKey.facility(facilityId))?.profile.kind ?? '',
    groupOf: (service) => facts.services.get(service)?.group ?? null,
    daysOf: (service) => useDays(memory, enrolleeId, service, serviceDate, days),
  } satisfies RuleFacts;
}

/** The request granted in the rules' name: reserved in the same batch as it is filed. */
function granted(request: Authorization, asked: Case, rule: string, context: TenantContext): Authorization {
  const decider = { at: context.at, id: 'rule', name: rule };
  const facts = grantFactsOf(asked, context, false);
  const after = grant(request, { version: request.version }, decider, facts);
  if (isRefusal(after)) return request;
  const kept = bookReservation({ ...after, decidedBy: null, rule }, asked, context);
  addGrantedUses(kept, context);
  return kept;
}

/** A request that the tenant's rules approve is answered as it is filed, with its code and the rule's name. */
export const answerByRule: FilingStep = {
  wants: (memory, { enrollee, claim }) => {
    const rules = rulesOn(memory);
    const person = rules.length === 0 ? null : memory.enrollees.peek(enrollee);
    if (!person) return [];
    return [
      ...useDaysWants(memory, person.id, claim.lines, widest(rules)),
      ...grantedUseWants(memory, person.id, claim.lines),
    ];
  },
  apply: (request, asked, context) => {
    const rules = rulesOn(context.memory);
    if (rules.length === 0) return request;
    const names = rulesFor(rules, request, factsOf(request, asked, rules, context.memory));
    return names === null ? request : granted(request, asked, names.join(', '), context);
  },
};

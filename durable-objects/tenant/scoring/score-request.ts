import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { requestRules, scoredRequest } from '../../../schema/domain/authorizations/scored.ts';
import { detect } from '../../../schema/domain/risk/detect.ts';
import type { RiskFacts } from '../../../schema/domain/risk/facts.ts';
import { baselineKeysOf } from '../../../schema/domain/risk/keys.ts';
import { raiseFlags } from '../../../schema/domain/risk/raise.ts';
import type { TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import type { FilingStep } from '../authorizing/at-filing.ts';
import { askedOfFiledRequest } from '../judging/asked-of-request.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { linkKey } from '../memory/network.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { nearClaims } from './near.ts';
import { scoredPerson } from './person.ts';
import { keyed, nearOf, peerOf, placeOf, scoringWantsOf, servicesOf } from './score.ts';

const nobody = { practitionerName: '', practitionerLicence: null };

/** Everything the rules are handed of a request; null where there is nobody to say it of. */
function factsOf(memory: TenantMemory, request: Authorization, settings: TenantSettings): RiskFacts | null {
  const { zone } = settings.calendar;
  const asked = askedOfFiledRequest(request);
  const person = memory.enrollees.get(enrolleeKey.id(request.enrolleeId));
  const link = memory.links.get(linkKey.facility(request.facilityId));
  if (!person || !link) return null;
  const peer = peerOf(link);
  const others = nearClaims(memory, person.id, asked, settings.risk);
  const claim = scoredRequest(request, zone);
  const baselines = new Map(
    baselineKeysOf(keyed(asked, nobody), peer).flatMap((key) => {
      const found = memory.baselines.get(key);
      return found ? [[key, found.data] as const] : [];
    }),
  );
  return {
    zone,
    claim,
    learned: true,
    person: scoredPerson(memory, person, request.serviceDate),
    facility: { id: link.facilityId, ...peer, place: placeOf(link) },
    others: others.map((other) => nearOf(memory, other)),
    services: servicesOf(memory, [request, ...others]),
    ceilings: [],
    codes: [],
    baselines,
  };
}

/** A request is scored as a claim is, by the rules that make sense of one; what claims usually are learns nothing from it. */
export const scoreRequest: FilingStep = {
  wants: (memory, asked) => scoringWantsOf(memory, asked, nobody),
  apply: (request, _judged, context) => {
    const { memory, at } = context;
    const settings = memory.settings.get(only);
    const facts = settings && factsOf(memory, request, settings);
    if (!settings || !facts) return request;
    // What flags change beside the request's own row follows when it is kept.
    return raiseFlags(request, detect(facts, requestRules(settings.risk)), at);
  },
};

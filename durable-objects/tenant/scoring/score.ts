import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { ranked } from '../../../schema/domain/claims/rank.ts';
import { dateIn } from '../../../schema/domain/dates.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { learn } from '../../../schema/domain/risk/baselines.ts';
import { detect } from '../../../schema/domain/risk/detect.ts';
import type { NearClaim, Place, RiskFacts, ScoredService } from '../../../schema/domain/risk/facts.ts';
import type { RiskFinding } from '../../../schema/domain/risk/flag.ts';
import { baselineKeysOf } from '../../../schema/domain/risk/keys.ts';
import { raiseFlags } from '../../../schema/domain/risk/raise.ts';
import { mayReach, type ReachingClaim, reachOf } from '../../../schema/domain/risk/reach.ts';
import type { TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import type { SubmitClaim } from '../../../schema/forms/submit-claim.ts';
import type { Want } from '../../actor/book.ts';
import { flagsMoved } from '../flagging.ts';
import type { TenantContext } from '../handler.ts';
import { withDenials } from '../investigating/with-denials.ts';
import { type Asked, askedOf } from '../judging/asked.ts';
import { askedOfForm } from '../judging/asked-of-form.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { limitsKey } from '../memory/limits.ts';
import { type Link, linkKey } from '../memory/network.ts';
import { serviceKey } from '../memory/services.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { codesWants, namedCodes } from './codes.ts';
import { addToMonths, monthKeysOf, nearClaims, nearIds } from './near.ts';
import { scoredPerson } from './person.ts';
import { reachBack } from './reach-back.ts';

/** Whom a facility is compared with. */
export const peerOf = ({ profile }: Link) => ({ kind: profile.kind, level: profile.level ?? null });

type Practitioner = Pick<ReachingClaim, 'practitionerName' | 'practitionerLicence'>;

/** What of a claim its baselines are found by. */
export const keyed = (
  { facilityId, claim }: Asked,
  { practitionerName, practitionerLicence }: Practitioner,
): ReachingClaim => ({
  facilityId,
  encounterType: claim.encounterType,
  diagnoses: claim.diagnoses,
  lines: claim.lines,
  practitionerName,
  practitionerLicence,
});

/** What scoring a claim looks at, beside what judging it does. */
export function scoringWantsOf(memory: TenantMemory, asked: Asked, practitioner: Practitioner): Want[] {
  const settings = memory.settings.peek(only);
  const person = memory.enrollees.peek(asked.enrollee);
  const link = memory.links.peek(linkKey.facility(asked.facilityId));
  if (!settings || !person || !link) return [];
  const wants: Want[] = monthKeysOf(person.id, asked, settings.risk).map((key) => ({
    shelf: memory.personMonths,
    key,
  }));
  for (const key of baselineKeysOf(keyed(asked, practitioner), peerOf(link)))
    wants.push({ shelf: memory.baselines, key });
  for (const key of deciders) wants.push({ shelf: memory.limits, key });
  wants.push(...codesWants(memory, asked.claim.lines));
  if (person.principalId !== null) wants.push({ shelf: memory.families, key: person.principalId });
  for (const id of nearIds(memory, person.id, asked, settings.risk)) {
    wants.push({ shelf: memory.claims, key: String(id) });
    const near = memory.claims.peek(String(id));
    if (near) wants.push({ shelf: memory.links, key: linkKey.facility(near.facilityId) });
    for (const { service } of near?.lines ?? [])
      wants.push({ shelf: memory.services, key: serviceKey.code(service) });
  }
  return wants;
}

/** What scoring a claim that is being filed looks at, beside what judging it does. */
export function scoringWants(memory: TenantMemory, input: SubmitClaim, principal: Principal): Want[] {
  const asked = askedOfForm(memory, input, principal);
  const { practitionerName, practitionerLicence = null } = input;
  if (!asked) return [];
  const practitioner = { practitionerName, practitionerLicence };
  return [...scoringWantsOf(memory, asked, practitioner), ...reachWants(memory, asked, practitioner)];
}

/** Earlier claims of a pattern that this one may be found to go on with. */
function reachWants(memory: TenantMemory, asked: Asked, practitioner: Practitioner): Want[] {
  const settings = memory.settings.peek(only);
  const link = memory.links.peek(linkKey.facility(asked.facilityId));
  if (!settings || !link) return [];
  const baselines = { get: (key: string) => memory.baselines.peek(key)?.data };
  const claim = keyed(asked, practitioner);
  return mayReach(baselines, claim, peerOf(link), settings.risk).map((id) => ({
    shelf: memory.claims,
    key: String(id),
  }));
}

/** What scoring a filed claim again looks at, beside what judging it does. */
export function rescoringWants(memory: TenantMemory, claim: Claim): Want[] {
  const zone = memory.settings.peek(only)?.calendar.zone;
  return zone === undefined ? [] : scoringWantsOf(memory, askedOf(claim, zone), claim);
}

/** Where a facility is; null: its profile does not say. */
export function placeOf(link: Link | null | undefined): Place | null {
  const { latitude, longitude } = link?.profile ?? {};
  return latitude === undefined || longitude === undefined ? null : { lat: latitude, lon: longitude };
}

/** Another claim with where it was. */
export const nearOf = (memory: TenantMemory, claim: Claim): NearClaim => ({
  ...claim,
  place: placeOf(memory.links.get(linkKey.facility(claim.facilityId))),
});

/** What the rules look at of the services of these claims. */
export function servicesOf(
  memory: TenantMemory,
  claims: readonly { lines: readonly { service: string }[] }[],
): Map<string, ScoredService> {
  const services = new Map<string, ScoredService>();
  for (const { lines } of claims)
    for (const { service } of lines) {
      const found = services.has(service) ? null : memory.services.get(serviceKey.code(service));
      if (found) services.set(service, found);
    }
  return services;
}

/** Roles of those who decide claims every day: what they may approve alone is worth staying under. */
const deciders = ['adjudicator', 'claims-manager'].map(limitsKey.role);

/** Amounts under which less is looked at. */
const ceilingsOf = (memory: TenantMemory, { straightThrough }: TenantSettings): number[] => [
  ...(straightThrough.on ? [straightThrough.amountMax] : []),
  ...deciders.flatMap((holder) => {
    const ceiling = memory.limits.get(holder)?.limits.claim;
    return typeof ceiling === 'number' ? [ceiling] : [];
  }),
];

/** Everything the rules are handed of a claim; null where there is nobody to say it of. */
function factsOf(
  memory: TenantMemory,
  claim: Claim,
  settings: TenantSettings,
  learned: boolean,
): RiskFacts | null {
  const { zone } = settings.calendar;
  const asked = askedOf(claim, zone);
  const person = memory.enrollees.get(enrolleeKey.id(claim.enrolleeId));
  const link = memory.links.get(linkKey.facility(claim.facilityId));
  if (!person || !link) return null;
  const peer = peerOf(link);
  const others = nearClaims(memory, person.id, asked, settings.risk);
  const baselines = new Map(
    baselineKeysOf(keyed(asked, claim), peer).flatMap((key) => {
      const found = memory.baselines.get(key);
      return found ? [[key, found.data] as const] : [];
    }),
  );
  return {
    zone,
    claim,
    learned,
    person: scoredPerson(memory, person, claim.serviceDate),
    facility: { id: link.facilityId, ...peer, place: placeOf(link) },
    others: others.map((other) => nearOf(memory, other)),
    services: servicesOf(memory, [claim, ...others]),
    ceilings: ceilingsOf(memory, settings),
    codes: namedCodes(memory, claim),
    baselines,
  };
}

/** The claim with what was found on it, where that puts it. */
function flaggedWith(
  claim: Claim,
  findings: readonly RiskFinding[],
  settings: TenantSettings,
  context: TenantContext,
): Claim {
  const flagged = withDenials(raiseFlags(claim, findings, context.at), context);
  if (flagged === claim) return claim;
  flagsMoved(claim.flags, flagged, context);
  return flagged.risk === claim.risk ? flagged : ranked(flagged, settings);
}

/**
 * A claim that has just been filed with what the risk rules raise on it, and earlier claims that this is about as well. What claims
 * usually are learns from it.
 */
export function scoredAsFiled(
  claim: Claim,
  context: TenantContext,
): { claim: Claim; also: readonly Claim[] } {
  const { memory } = context;
  const settings = memory.settings.get(only);
  const facts = settings && factsOf(memory, claim, settings, false);
  if (!facts || !settings) return { claim, also: [] };
  const findings = detect(facts, settings.risk);
  const reached = findings.length === 0 ? [] : reachOf(facts, settings.risk, findings);
  const { also, unreached } = reachBack(reached, settings, context);
  for (const [key, data] of learn(facts, settings.risk, { findings, unreached }))
    memory.baselines.put({ key, data });
  addToMonths(memory, claim, dateIn(facts.zone, claim.endedAt));
  return { claim: flaggedWith(claim, findings, settings, context), also };
}

/**
 * A claim whose lines or files were corrected, scored again: events that are found again keep what was said of them, open
 * ones that are not found any more go. Wants `rescoringWants` of it as it is before and after.
 */
export function rescored(claim: Claim, context: TenantContext): Claim {
  const settings = context.memory.settings.get(only);
  const facts = settings && factsOf(context.memory, claim, settings, true);
  return facts && settings ? flaggedWith(claim, detect(facts, settings.risk), settings, context) : claim;
}

import { daysOf } from '../benefits/consumption.ts';
import type { CatalogueService } from '../plans/plan.ts';
import type { Bench, Judged } from './bench.ts';
import type { Drawable } from './draws.ts';
import type { LineInQuestion } from './facts.ts';
import type { Finding } from './judgement.ts';
import { benefitsFor, type PlacedBenefit } from './plan-index.ts';
import type { Terms } from './policy.ts';
import { reservedHere } from './reserved-here.ts';
import {
  codeHolds,
  namesNoCode,
  needsAuthorization,
  pointedOut,
  withinQuantity,
} from './rules/authorization.ts';
import { chooseBenefit, hasBenefit } from './rules/benefit.ts';
import { countLeft, countOf, withinCount } from './rules/count.ts';
import { covered, honouredNote } from './rules/cover.ts';
import { notDuplicate, notPart, notTwice } from './rules/duplicate.ts';
import { exclusionOf, notExcluded } from './rules/exclusion.ts';
import { latestBefore, longEnoughAgo } from './rules/interval.ts';
import { benefitSuits, serviceSuits } from './rules/person.ts';
import { placeSuits } from './rules/place.ts';
import { referred } from './rules/referral.ts';
import { serviceInUse } from './rules/service.ts';
import { waitedFor } from './rules/waiting.ts';
import type { Standing, Standings } from './standings.ts';

/** A line on its way through the rules: what they found, and what of it can still be approved. */
export interface LineInHand {
  line: LineInQuestion;
  judged: Judged;
  findings: Finding[];
  service: CatalogueService | null;
  placed: PlacedBenefit | null;
  standings: Standings | null;
  /** units that can still be approved */
  quantity: number;
  /** of the units that cannot, those that the code does not cover: the facility's */
  beyondCode: number;
  needsAuthorization: boolean;
  /** what it draws on */
  authorized: Drawable | null;
  /** 1 when it would be the first of the visit under its benefit */
  visits: number;
}

/** A line whose service and benefit are known. */
export interface PlacedLine extends LineInHand {
  service: CatalogueService;
  placed: PlacedBenefit;
  standings: Standings;
}

function benefitOf(bench: Bench, { line }: LineInHand, service: CatalogueService, terms: Terms) {
  const on = line.serviceDate;
  return chooseBenefit(
    benefitsFor(terms.index, service),
    ({ benefit }) =>
      !benefitSuits(benefit, bench.household.person, on) && !placeSuits(benefit, bench.place(on)),
  );
}

/** Records what a rule says, if it says anything. */
function hear({ findings }: LineInHand, finding: Finding | null): void {
  if (finding) findings.push(finding);
}

/** Whether it came as far as a benefit. */
export const isPlaced = (hand: LineInHand): hand is PlacedLine =>
  hand.service !== null && hand.placed !== null && hand.standings !== null;

/** Rules 3 to 6: exclusion, waiting, person, place, referral. */
function whoAndWhere(bench: Bench, hand: PlacedLine): void {
  const { line, service, standings } = hand;
  const { benefit, exclusions } = hand.placed;
  const { terms } = standings;
  const { claim, household } = bench;
  const ownExclusion = exclusionOf(exclusions, service, bench.excludedByDiagnosis(exclusions));
  hear(hand, notExcluded(ownExclusion));
  hear(hand, waitedFor(benefit, terms.waiting, hand.judged.policy.on));
  hear(hand, serviceSuits(service, household.person, line.serviceDate));
  hear(hand, benefitSuits(benefit, household.person, line.serviceDate));
  const place = bench.place(line.serviceDate);
  hear(hand, placeSuits(benefit, place));
  hear(hand, referred(benefit, { ...place, referral: claim.referral }));
}

/** Rule 7. A code that is not needed neither refuses nor limits; as far as it holds, the line draws on it. */
function authorization(bench: Bench, hand: PlacedLine): Finding | null {
  const { line, service } = hand;
  const { benefit } = hand.placed;
  hand.needsAuthorization = needsAuthorization(benefit.authorization, line.claimed);
  const code = line.authorization;
  if (code === null) {
    const isWanted = hand.needsAuthorization && !bench.claim.asksForPermission;
    return isWanted ? namesNoCode(benefit, line.claimed) : null;
  }
  const left = bench.draws.leftOf(code, service.code, line.serviceDate);
  const asked = {
    code,
    service,
    enrolleeId: bench.household.person.id,
    facilityId: bench.facts.facility.id,
    on: line.serviceDate,
  };
  const fault = codeHolds(bench.facts.authorizations.get(code), left, asked);
  if (fault) return hand.needsAuthorization ? fault : pointedOut(fault);
  hand.authorized = left;
  if (!hand.needsAuthorization || !left) return null;
  const part = withinQuantity(code, service.name, left.quantityLeft, line.quantity);
  hand.quantity = Math.min(line.quantity, left.quantityLeft);
  hand.beyondCode = line.quantity - hand.quantity;
  return part;
}

/** Rule 8, intervals: of the service, and of the benefit and those it stands within. */
function intervals(bench: Bench, hand: PlacedLine): void {
  const { line, service, placed, standings } = hand;
  const on = line.serviceDate;
  if (service.minIntervalDays !== null) {
    const last = latestBefore(bench.daysOfUse(service.code), on);
    hear(hand, longEnoughAgo({ service: service.name }, { days: service.minIntervalDays, last }, on));
  }
  for (const each of placed.chain) {
    const { name, minDaysBetween } = each.benefit;
    if (minDaysBetween === null) continue;
    const last = standings.lastUse(each, on);
    hear(hand, longEnoughAgo({ benefit: name }, { days: minDaysBetween, last }, on));
  }
}

/** Rule 8, counts: of the benefit and of those it stands within. */
function count(hand: PlacedLine, { placed, personal }: Standing, person: string): Finding | null {
  const { name, count: limit } = placed.benefit;
  if (!limit) return null;
  const { quantity } = hand;
  const asked = countOf(limit, {
    units: quantity,
    days: daysOf(hand.service, quantity),
    visits: hand.visits,
  });
  const left = countLeft(limit, personal.now, reservedHere(personal.scope, person, hand));
  const finding = withinCount(name, limit, left, { count: asked, quantity });
  if (finding?.effect === 'reduce') hand.quantity = left;
  return finding;
}

/** Rule 9. */
function duplicates(bench: Bench, hand: PlacedLine): void {
  const { line, service } = hand;
  const { serviceDate } = line;
  const { id: claimId, replaces = null } = bench.claim;
  const own = { claimId, serviceDate, facilityId: bench.facts.facility.id, replaces };
  hear(hand, notDuplicate(bench.others(service.code), own));
  hear(hand, notPart(service.name, bench.wholeOf(service.code)));
  hear(hand, notTwice(bench.sameBefore(line)));
}

function whatAndHowMuch(bench: Bench, hand: PlacedLine): void {
  hear(hand, authorization(bench, hand));
  intervals(bench, hand);
  hand.visits = bench.visit.isCounted(hand.placed, hand.standings.terms.index) ? 0 : 1;
  for (const each of hand.placed.chain)
    hear(hand, count(hand, hand.standings.of(each), bench.household.person.id));
  duplicates(bench, hand);
}

/** Rules 1 to 9, in their order, each heard even where one before has refused: a person sees everything that is wrong. */
function gates(bench: Bench, hand: LineInHand): void {
  const { line, judged } = hand;
  const service = bench.facts.services.get(line.service);
  hear(hand, serviceInUse(line.service, service));
  hear(hand, covered(judged.policy.cover, judged.policy.on));
  hear(hand, honouredNote(judged, line));
  const { standings } = judged;
  if (!service || !standings) return;
  const placed = benefitOf(bench, hand, service, standings.terms);
  Object.assign(hand, { service, placed, standings });
  hear(hand, hasBenefit(placed, service));
  const { exclusions } = standings.terms.index;
  hear(hand, notExcluded(exclusionOf(exclusions, service, bench.excludedByDiagnosis(exclusions))));
  if (!isPlaced(hand)) return;
  whoAndWhere(bench, hand);
  whatAndHowMuch(bench, hand);
}

/** Takes a line through rules 1 to 9. */
export function throughGates(bench: Bench, line: LineInQuestion): LineInHand {
  const hand: LineInHand = {
    line,
    judged: bench.judgedBy(line),
    findings: [],
    service: null,
    placed: null,
    standings: null,
    quantity: line.quantity,
    beyondCode: 0,
    needsAuthorization: false,
    authorized: null,
    visits: 0,
  };
  gates(bench, hand);
  return hand;
}

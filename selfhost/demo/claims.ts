import { addDays, type CalendarDate, daysBetween, type Moment, momentIn } from '../../schema/domain/dates.ts';
import type { SubmitClaimInput } from '../../schema/forms/submit-claim.ts';
import type { DemoClaim } from './demo-claim.ts';
import { crowdOf, type Draw, draw } from './draws.ts';
import { demoEnrollees } from './enrollees.ts';
import { oddities } from './oddities.ts';
import { halfDone, leftLying } from './open-claims.ts';
import { demoTenant, type FacilityKey } from './organisations.ts';
import { type Random, seeded } from './random.ts';
import { billersOf, storyOf } from './story.ts';
import { billedPrice } from './tariffs.ts';
import type { Item } from './visit.ts';

const CLAIMS = 300;
const DUPLICATES = 4;
const zone = demoTenant.open.zone;

const clock = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16);
const on = (date: CalendarDate, minutes: number): Moment => momentIn(zone, `${date}T${clock(minutes)}`);
const iso = (at: Moment) => new Date(at).toISOString();
const isSunday = (date: CalendarDate) => new Date(`${date}T00:00:00Z`).getUTCDay() === 0;

/** How often somebody comes to a specialist with the letter that the plan asks for. */
const REFERRED = 0.85;

function linesOf(
  random: Random,
  today: CalendarDate,
  { visit, facility, nights, date }: Draw,
): SubmitClaimInput['lines'] {
  const there = (item: Item) => item.chance === 1 || random.chance(item.chance);
  const items = visit.items.filter(there);
  const [first] = visit.items;
  return (items.length > 0 || !first ? items : [first]).map((item) => ({
    service: item.code,
    quantity: item.nightly ? nights : random.int(item.from, item.to),
    unitPrice: billedPrice(item.code, facility, date, today),
    serviceDate: date,
  }));
}

/** Submitted in the hours of the office, at the latest five days after the visit and always before the day of the demo. */
function submittedAt(random: Random, today: CalendarDate, ended: CalendarDate, endedAt: Moment): Moment {
  const days = Math.min(random.int(0, 5), daysBetween(ended, today) - 1);
  const date = addDays(ended, days);
  const sent = on(isSunday(date) && days > 0 ? addDays(date, -1) : date, random.int(9 * 60, 18 * 60));
  return Math.max(sent, endedAt + random.int(20, 90) * 60_000);
}

/** A specialist is seen with a letter of the clinic, most of the time. */
function referralOf(random: Random, { visit, facility }: Draw): string | undefined {
  const specialist = visit.items.some(({ code }) => code === 'CON-002');
  const letter = visit.referral ?? (specialist ? 'Marigold Clinic, Surulere' : undefined);
  return facility.key !== 'marigold' && random.chance(REFERRED) ? letter : undefined;
}

function claimOf(random: Random, today: CalendarDate, drawn: Draw): Omit<DemoClaim, 'steps'> {
  const { visit, facility, enrollee, date, nights } = drawn;
  const startedAt = on(date, random.int(8 * 60, 17 * 60));
  const ended = addDays(date, nights);
  const endedAt =
    nights > 0 ? on(ended, random.int(17 * 60 + 30, 20 * 60)) : startedAt + random.int(20, 110) * 60_000;
  const practitioner = random.pick(facility.practitioners);
  const referral = referralOf(random, drawn);
  const lines = linesOf(random, today, drawn);
  const input = {
    externalId: 'to be numbered',
    enrolleeExternalId: enrollee.externalId,
    birthDate: enrollee.birthDate,
    encounterType: visit.encounterType,
    startedAt: iso(startedAt),
    endedAt: iso(endedAt),
    practitionerName: practitioner.name,
    practitionerLicence: practitioner.licence,
    diagnoses: random.pick(visit.diagnoses).map((code) => ({ code, system: 'ICD-10' })),
    lines,
    currency: demoTenant.open.currency ?? 'NGN',
    total: lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0),
    accident: visit.accident ?? false,
    ...(referral ? { referral } : {}),
  };
  const at = submittedAt(random, today, ended, endedAt);
  return { facility: facility.key, by: random.pick(billersOf(facility.key)), at, input };
}

/** The same claim filed once more some days later by mistake: what the duplicate rule is for. */
function again(random: Random, claim: DemoClaim): DemoClaim {
  const at = claim.at + random.int(20, 70) * 3_600_000;
  const { lines, total } = claim.input;
  const steps = storyOf(random, { at, facility: claim.facility, lines, total });
  return { ...claim, at, input: { ...claim.input }, steps };
}

const INVOICE: Readonly<Record<FacilityKey, string>> = {
  'lagoon-view': 'LVH',
  marigold: 'MGC',
  baobab: 'BSH',
};

/** 300 claims of the three months before `today`, oldest first, each with all that happened to it before that day began. */
export function demoClaims(today: CalendarDate): DemoClaim[] {
  const random = seeded(300);
  const crowd = crowdOf(today, demoEnrollees(today));
  const draws = oddities(crowd);
  while (draws.length < CLAIMS - DUPLICATES) {
    const drawn = draw(random, crowd);
    if (drawn) draws.push(drawn);
  }
  const claims: DemoClaim[] = draws.map((drawn) => {
    const claim = claimOf(random, today, drawn);
    const { lines, total } = claim.input;
    return { ...claim, steps: storyOf(random, { at: claim.at, facility: claim.facility, lines, total }) };
  });
  const old = claims.filter(({ input }) => daysBetween(input.startedAt.slice(0, 10), today) > 30);
  const doubled = Array.from({ length: DUPLICATES }, (_, nth) => old[nth * 7 + 3]).filter(
    (claim) => claim !== undefined,
  );
  claims.push(...doubled.map((claim) => again(random, claim)));
  claims.sort((a, b) => a.at - b.at);
  const until = on(today, 0);
  const numbered = claims.map((claim, index) => ({
    ...claim,
    input: { ...claim.input, externalId: `${INVOICE[claim.facility]}-${(1001 + index).toString()}` },
    steps: claim.steps.filter(({ at }) => at < until),
  }));
  return halfDone(random, leftLying(numbered, until), until);
}

import type { Moment } from '../../schema/domain/dates.ts';
import { addWorkingHours, defaultCalendar } from '../../schema/domain/working-time.ts';
import type { SubmitClaimInput } from '../../schema/forms/submit-claim.ts';
import { demoTenant, type FacilityKey } from './organisations.ts';
import { demoStaff } from './people.ts';
import type { Random } from './random.ts';
import { type Exchange, exchangesAbout, type Rejection, rejections } from './sentences.ts';

/** How a decision follows from what is recommended when it is made; `luck` (0–99) chooses the line. */
export type Leaning =
  | { to: 'recommended' }
  | { to: 'less'; luck: number }
  | { to: 'more'; luck: number }
  | ({ to: 'rejection' } & Rejection);

/** What happened to a claim after it was submitted. Numbers and versions are known only once it is there. */
export type DemoStep = { at: Moment; by: string } & (
  | { type: 'TakeClaim' }
  | { type: 'QueryClaim'; question: string }
  | { type: 'AnswerQuery'; answer: string }
  | { type: 'DecideClaim'; leaning: Leaning }
);
type ClaimLines = SubmitClaimInput['lines'];

const calendar = { ...defaultCalendar, zone: demoTenant.open.zone };
const minute_ms = 60_000;
/** From this total on, in kobo, the claims manager decides. */
const LARGE = 50_000_000;

function reviewerOf(random: Random, total: number): string {
  const roles = total >= LARGE ? ['claims-manager'] : ['adjudicator', 'adjudicator', 'claims-manager'];
  return random.pick(demoStaff('meridian', random.pick(roles))).accountId;
}

/** The staff who file and answer at a facility; where nobody bills, the owner does. */
export function billersOf(facility: FacilityKey): string[] {
  const billing = demoStaff(facility, 'billing');
  return (billing.length > 0 ? billing : demoStaff(facility, 'owner', 'admin')).map(
    ({ accountId }) => accountId,
  );
}

/** Mostly as recommended; now and then less, or turned down for what no rule can see; a manager overrides a line at times. */
function leaningOf(random: Random, by: string): Leaning {
  const manages = demoStaff('meridian', 'claims-manager').some(({ accountId }) => accountId === by);
  const luck = random.int(0, 99);
  return random.weighted<Leaning>([
    { item: { to: 'recommended' }, weight: 84 },
    { item: { to: 'less', luck }, weight: 8 },
    { item: { to: 'rejection', ...random.pick(rejections) }, weight: 6 },
    { item: { to: 'more', luck }, weight: manages ? 25 : 0 },
  ]);
}

/** Steps so far, and when the last of them was. */
class Course {
  readonly steps: DemoStep[] = [];
  at: Moment;

  constructor(from: Moment) {
    this.at = from;
  }

  /** `hours` working hours later. */
  wait(hours: number, minutes: number): this {
    this.at = addWorkingHours(calendar, this.at, hours) + minutes * minute_ms;
    return this;
  }

  next(step: (at: Moment) => DemoStep, minutes: number): this {
    this.at += minutes * minute_ms;
    this.steps.push(step(this.at));
    return this;
  }
}

/** What the story is told from. */
interface Submitted {
  at: Moment;
  facility: FacilityKey;
  lines: ClaimLines;
  total: number;
}

function asked(
  course: Course,
  random: Random,
  reviewer: string,
  facility: FacilityKey,
  { question, answer }: Exchange,
) {
  course.next((at) => ({ at, by: reviewer, type: 'QueryClaim', question }), random.int(2, 8));
  course.wait(random.int(3, 60), random.int(0, 50));
  course.next((at) => ({ at, by: random.pick(billersOf(facility)), type: 'AnswerQuery', answer }), 0);
  course.wait(random.int(1, 30), random.int(0, 50));
  course.next((at) => ({ at, by: reviewer, type: 'TakeClaim' }), 0);
}

/**
 * Everything that would happen to a claim, whatever the day: taken, perhaps asked about or left lying, and decided. Whoever
 * asks for the demo of a day cuts the story off there; what is left open is open.
 */
export function storyOf(random: Random, { at, facility, lines, total }: Submitted): DemoStep[] {
  const reviewer = reviewerOf(random, total);
  const course = new Course(at);
  course.wait(random.int(4, 56), random.int(0, 50));
  course.next((moment) => ({ at: moment, by: reviewer, type: 'TakeClaim' }), 0);
  const exchanges = exchangesAbout(lines.map(({ service }) => service));
  if (random.chance(0.22)) asked(course, random, reviewer, facility, random.pick(exchanges));
  else if (random.chance(0.16)) {
    // left lying: the lease ends by itself, and the same person takes it once more
    course.wait(random.int(6, 24), random.int(0, 50));
    course.next((moment) => ({ at: moment, by: reviewer, type: 'TakeClaim' }), 0);
  }
  const leaning = leaningOf(random, reviewer);
  return course.next(
    (moment) => ({ at: moment, by: reviewer, type: 'DecideClaim', leaning }),
    random.int(2, 9),
  ).steps;
}

/** What a claim may be waiting in, when nothing has been decided. */
export type Waiting = 'IN_REVIEW' | 'QUERIED' | 'RESUBMITTED';

/** The steps to one of the states of waiting, an hour or two after submission and a working day at most between them. */
export function waitingIn(
  state: Waiting,
  random: Random,
  { at, facility, lines, total }: Submitted,
): DemoStep[] {
  const reviewer = reviewerOf(random, total);
  const course = new Course(at).wait(random.int(1, 2), random.int(0, 50));
  course.next((moment) => ({ at: moment, by: reviewer, type: 'TakeClaim' }), 0);
  if (state === 'IN_REVIEW') return course.steps;
  const { question, answer } = random.pick(exchangesAbout(lines.map(({ service }) => service)));
  course.next((moment) => ({ at: moment, by: reviewer, type: 'QueryClaim', question }), random.int(2, 8));
  if (state === 'QUERIED') return course.steps;
  course.wait(random.int(1, 3), random.int(0, 50));
  return course.next(
    (moment) => ({ at: moment, by: random.pick(billersOf(facility)), type: 'AnswerQuery', answer }),
    0,
  ).steps;
}

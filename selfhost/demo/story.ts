import type { Moment } from '../../schema/domain/dates.ts';
import { addWorkingHours, defaultCalendar } from '../../schema/domain/working-time.ts';
import type { ApproveClaim } from '../../schema/forms/decide-claim.ts';
import type { SubmitClaimInput } from '../../schema/forms/submit-claim.ts';
import { demoTenant, type FacilityKey } from './organisations.ts';
import { demoStaff } from './people.ts';
import type { Random } from './random.ts';
import {
  type Exchange,
  exchangesAbout,
  lineSentences,
  type Rejection,
  rejections,
  withoutAuthorization,
} from './sentences.ts';
import { standardPrice } from './services.ts';

/** What happened to a claim after it was submitted. Numbers and versions are known only once it is there. */
export type DemoStep = { at: Moment; by: string } & (
  | { type: 'TakeClaim' }
  | { type: 'QueryClaim'; question: string }
  | { type: 'AnswerQuery'; answer: string }
  | { type: 'ApproveClaim'; lines?: ApprovedLine[]; sentence?: string }
  | { type: 'RejectClaim'; reasons: string[]; sentence: string }
);
type ApprovedLine = NonNullable<ApproveClaim['lines']>[number];

type Ending = 'full' | 'partial' | 'rejected';
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

function cut(
  random: Random,
  line: ClaimLines[number],
): { quantity: number; approved: number; reason: string } {
  const { quantity, unitPrice } = line;
  const standard = standardPrice(line.service);
  if (unitPrice > standard) return { quantity, approved: quantity * standard, reason: '45' };
  if (quantity > 1) return { quantity: quantity - 1, approved: (quantity - 1) * unitPrice, reason: '50' };
  return { quantity: 0, approved: 0, reason: random.pick(['97', '151']) };
}

/** Pays in part: one or two lines are cut, the others paid as claimed. At least one line is paid. */
function inPart(random: Random, lines: ClaimLines): { lines: ApprovedLine[]; sentence: string } {
  const first = lines.length > 1 ? random.int(1, lines.length - 1) : 0;
  const second = lines.length > 3 && random.chance(0.4) ? random.int(1, lines.length - 1) : first;
  const said = new Set<string>();
  const approved = lines.map((line, index) => {
    const asClaimed = { quantity: line.quantity, approved: line.quantity * line.unitPrice, reason: '' };
    const paid = index === first || index === second ? cut(random, line) : asClaimed;
    if (paid.reason) said.add(lineSentences[paid.reason] ?? '');
    return {
      line: index + 1,
      approvedQuantity: paid.quantity,
      approved: paid.approved,
      reasons: paid.reason ? [paid.reason] : [],
    };
  });
  return { lines: approved, sentence: [...said].join(' ') };
}

function endingOf(random: Random, lines: ClaimLines): Ending {
  const only = lines.length === 1 && lines[0]?.quantity === 1;
  const ending = random.weighted<Ending>([
    { item: 'full', weight: 66 },
    { item: 'partial', weight: 20 },
    { item: 'rejected', weight: 14 },
  ]);
  // a single line that is cut away is a rejection, not a part
  return ending === 'partial' && only ? 'full' : ending;
}

function decision(random: Random, at: Moment, by: string, lines: ClaimLines): DemoStep {
  const ending = endingOf(random, lines);
  if (ending === 'full') return { at, by, type: 'ApproveClaim' };
  if (ending === 'partial') return { at, by, type: 'ApproveClaim', ...inPart(random, lines) };
  const operation = lines.some(({ service }) => /^PRO-3|^ADM-/.test(service));
  const rejection = operation ? withoutAuthorization : random.pick(rejections);
  return { at, by, type: 'RejectClaim', ...rejection };
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
  /** when given, how it ends */
  rejectedWith?: Rejection;
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
export function storyOf(random: Random, { at, facility, lines, total, rejectedWith }: Submitted): DemoStep[] {
  const reviewer = reviewerOf(random, total);
  const course = new Course(at);
  course.wait(random.int(4, 56), random.int(0, 50));
  course.next((moment) => ({ at: moment, by: reviewer, type: 'TakeClaim' }), 0);
  if (rejectedWith) {
    const { reasons, sentence } = rejectedWith;
    return course.next((moment) => ({ at: moment, by: reviewer, type: 'RejectClaim', reasons, sentence }), 4)
      .steps;
  }
  const exchanges = exchangesAbout(lines.map(({ service }) => service));
  if (random.chance(0.22)) asked(course, random, reviewer, facility, random.pick(exchanges));
  else if (random.chance(0.16)) {
    // left lying: the lease ends by itself, and the same person takes it once more
    course.wait(random.int(6, 24), random.int(0, 50));
    course.next((moment) => ({ at: moment, by: reviewer, type: 'TakeClaim' }), 0);
  }
  return course.next((moment) => decision(random, moment, reviewer, lines), random.int(2, 9)).steps;
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

import type { ClaimInQuestion } from '../adjudication/facts.ts';
import type { Judgement, LineJudgement } from '../adjudication/judgement.ts';
import type { Decider } from '../claims/deciding.ts';
import { addDays, type CalendarDate, dateIn } from '../dates.ts';
import type { Authorization, AuthorizationLine } from './authorization.ts';
import { grantedIn } from './decide.ts';
import { inQuestion } from './in-question.ts';
import { sayOfMove } from './say-of-move.ts';
import { leftOfLine } from './stands-for.ts';
import { said, stepped } from './stepped.ts';

/** A move to another plan, and the day on which it takes effect. */
export interface Move {
  on: CalendarDate;
  /** the plan by which the code is judged from then on */
  plan: string;
}

const hasLeft = (line: AuthorizationLine): boolean => leftOfLine(line).quantity > 0;

/**
 * Whether a move concerns a request (members.md, Clients and enrollees): an open code that was issued before it and of which
 * something is left that another plan was to pay. An admission that has begun is judged by the plan it began under, to discharge.
 */
export function isToJudgeAgain(one: Authorization, { on, plan }: Move, zone: string): boolean {
  const { state, admission, decidedAt, moved, lines } = one;
  if (state !== 'APPROVED' && state !== 'PARTIALLY_APPROVED') return false;
  if (admission !== null && admission.from < on) return false;
  if (decidedAt === null || dateIn(zone, decidedAt) >= on || (moved !== null && moved.on >= on)) return false;
  return lines.some((line) => hasLeft(line) && line.judged?.plan !== plan);
}

/** What is left of a code, as it is judged by the plan of the move's day: never more units than were granted. */
export function leftInQuestion(authorization: Authorization, on: CalendarDate): ClaimInQuestion {
  const lines = authorization.lines.filter(hasLeft).map((line) => {
    const { quantity } = leftOfLine(line);
    return { ...line, quantity, requested: quantity * line.unitPrice };
  });
  return inQuestion({ ...authorization, lines, moved: { on } });
}

/** Whether it was granted as the engine recommended: then it is so again, be it more or less; a person's own figure is a ceiling. */
const isAsRecommended = ({ judged, approvedQuantity, approved, override }: AuthorizationLine): boolean =>
  override === null && judged?.approvedQuantity === approvedQuantity && judged?.approved === approved;

/** A judgement of what is left together with the part of the one before that was drawn. */
function withDrawn(again: LineJudgement, line: AuthorizationLine): LineJudgement {
  const { judged, usedQuantity, used, approvedQuantity } = line;
  if (judged === null || usedQuantity === 0) return again;
  const drawn = (share: number) => Math.floor((share * usedQuantity) / Number(approvedQuantity));
  return {
    ...again,
    approvedQuantity: usedQuantity + again.approvedQuantity,
    approved: used + again.approved,
    deductible: drawn(judged.deductible) + again.deductible,
    coPay: drawn(judged.coPay) + again.coPay,
    enrolleeShare: drawn(judged.enrolleeShare) + again.enrolleeShare,
    facilityShare: drawn(judged.facilityShare) + again.facilityShare,
  };
}

/** A line with what the new plan pays of what is left of it; the code's own figures stand for the days before the move. */
function lineAgain(line: AuthorizationLine, again: LineJudgement | undefined, on: CalendarDate) {
  const left = leftOfLine(line);
  if (again === undefined) return line;
  const { approvedQuantity: quantity } = again;
  const amount = isAsRecommended(line) ? again.approved : Math.min(left.amount, again.approved);
  const isLowered = quantity < left.quantity || amount < left.amount;
  const under = line.judged?.plan ?? null;
  const granted = { under, quantity: Number(line.approvedQuantity), amount: Number(line.approved) };
  return {
    ...line,
    judged: withDrawn(again, line),
    approvedQuantity: line.usedQuantity + quantity,
    approved: line.used + amount,
    override: null,
    ...(isLowered
      ? {
          reasons: [...again.reasons],
          earlier: [...(line.earlier ?? []), { to: addDays(on, -1), ...granted }],
        }
      : {}),
  };
}

/** Days of a stay that has not begun, as its lines billed per day are granted now. */
const daysGranted = (lines: readonly AuthorizationLine[]): number =>
  Math.max(0, ...lines.map(({ judged, approvedQuantity }) => (judged?.days ? Number(approvedQuantity) : 0)));

/** What a code is judged again with. */
export interface AgainFacts extends Move {
  /** what the engine says of `leftInQuestion` */
  judgement: Judgement;
  /** a plan's name, for people */
  nameOf: (plan: string) => string;
}

/**
 * An open code judged again on the day of a move to another plan: what is left of it is what the new plan pays, at most as many
 * units as were granted. A code of which nothing is covered any more ends on the day before. Services before the move are
 * honoured as they were granted. Both sides are told in words. Nothing is reserved yet.
 */
export function judgedAgain(
  before: Authorization,
  { on, plan, judgement, nameOf }: AgainFacts,
  told: Pick<Decider, 'at' | 'name'>,
): Authorization {
  const judged = new Map(judgement.lines.map((line) => [line.line, line]));
  const lines = before.lines.map((line) => lineAgain(line, judged.get(line.line), on));
  const from = before.lines.find(hasLeft)?.judged?.plan ?? '';
  const lowered = lines.some((line, i) => line.earlier !== before.lines[i]?.earlier);
  const isOver = !lines.some(hasLeft);
  const { admission } = before;
  const after: Authorization = {
    ...stepped(before, told, 'judged again', { detail: `${from} → ${plan}` }),
    state: isOver ? 'EXPIRED' : lowered ? 'PARTIALLY_APPROVED' : before.state,
    lines,
    approved: grantedIn(lines),
    admission: admission && {
      ...admission,
      days: admission.days === null ? null : daysGranted(lines),
    },
    moved: {
      on,
      at: told.at,
      from,
      to: plan,
      before: grantedIn(before.lines),
      after: grantedIn(lines),
      lowered,
    },
    ...(isOver ? { validTo: addDays(on, -1) } : {}),
  };
  const text = sayOfMove(before, after, { on, from: nameOf(from), to: nameOf(plan) });
  return { ...after, conversation: said(before, told, { from: 'tenant', kind: 'decision', text }) };
}

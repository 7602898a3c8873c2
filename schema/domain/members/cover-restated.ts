import type { CoverStep } from '../cover/cover.ts';
import { addDays, type CalendarDate, type Moment } from '../dates.ts';
import type { Permission } from '../permissions.ts';
import type { FieldError } from '../refusal.ts';
import { whyTooFarBack } from './backdating.ts';
import { changeCover } from './cover-change.ts';
import { enrolled } from './cover-dates.ts';

interface Stated {
  coverFrom: CalendarDate;
  coverTo?: CalendarDate | undefined;
}

interface Asked {
  today: CalendarDate;
  at: Moment;
  may: (permission: Permission) => boolean;
}

function beginAt(
  steps: readonly CoverStep[],
  from: CalendarDate,
  { today, at }: Asked,
): CoverStep[] | FieldError {
  const [first, ...later] = steps;
  if (!first || first.from === from) return [...steps];
  const field = 'coverFrom';
  const no = whyTooFarBack(first.from < from ? first.from : from, today);
  if (no) return { field, message: `Cover began on ${first.from}. A change can lie ${no.toLowerCase()}` };
  const next = later[0];
  if (next && next.from <= from)
    return { field, message: `Their cover was changed on ${next.from}: begin before that.` };
  return [{ ...first, from, at }, ...later];
}

/** Without a stated last day, one that was stated here falls away; a termination that somebody decided stays. */
function openEnd(steps: readonly CoverStep[], { today }: Asked): CoverStep[] | FieldError {
  const last = steps.at(-1);
  if (last?.state !== 'TERMINATED' || last.reason !== enrolled.end) return [...steps];
  const no = whyTooFarBack(last.from, today);
  if (no) return [...steps];
  return steps.slice(0, -1);
}

function endAfter(
  steps: readonly CoverStep[],
  to: CalendarDate,
  { today, at }: Asked,
): CoverStep[] | FieldError {
  const from = addDays(to, 1);
  const last = steps.at(-1);
  if (last?.state === 'TERMINATED' && last.from === from) return [...steps];
  const open = last?.state === 'TERMINATED' && !whyTooFarBack(last.from, today) ? steps.slice(0, -1) : steps;
  const ended = changeCover(open, { change: 'terminate', from, reason: enrolled.end }, { today, at });
  return 'field' in ended ? { field: 'coverTo', message: ended.message } : ended;
}

/**
 * The cover of a known person of whom other dates are said: the first day moves, a last day ends it, both at most 30 days
 * back. To end a cover, or to take its end back, needs the permission that terminating does.
 */
export function restatedCover(
  steps: readonly CoverStep[],
  { coverFrom, coverTo }: Stated,
  asked: Asked,
): CoverStep[] | FieldError {
  const begun = beginAt(steps, coverFrom, asked);
  if ('field' in begun) return begun;
  const after = coverTo === undefined ? openEnd(begun, asked) : endAfter(begun, coverTo, asked);
  if ('field' in after) return after;
  const endOf = (of: readonly CoverStep[]) => of.find(({ state }) => state === 'TERMINATED')?.from;
  if (endOf(after) !== endOf(steps) && !asked.may('enrollee.terminate'))
    return { field: 'coverTo', message: 'Your role does not let you change the end of a cover.' };
  return after;
}

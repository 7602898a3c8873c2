import type { LineJudgement } from '../adjudication/judgement.ts';
import { sentenceOf, written } from '../adjudication/sentence-of.ts';
import { addDays, type CalendarDate } from '../dates.ts';
import { formatMoney } from '../money.ts';
import type { Authorization, AuthorizationLine } from './authorization.ts';
import { leftOfLine } from './stands-for.ts';

/** What is still covered of a line that the new plan covers less of. */
function ofLine(
  before: AuthorizationLine,
  after: AuthorizationLine,
  { findings }: LineJudgement,
  currency: string,
): string {
  const [was, is] = [leftOfLine(before), leftOfLine(after)];
  const money = (amount: number) => formatMoney(amount, currency, { symbol: true });
  const why = findings.filter(({ effect }) => effect !== 'note');
  const because = why.slice(0, 1).map((finding) => ` ${sentenceOf(finding, currency)}`);
  const now =
    is.quantity === 0
      ? 'not covered any more.'
      : `${is.quantity} of ${was.quantity}, ${money(is.amount)} instead of ${money(was.amount)}.`;
  return `${before.name}: ${now}${because.join('')}`;
}

/** What facility, staff and enrollee are told of a code that was judged again: what is still covered, and what is not. */
export function sayOfMove(
  before: Authorization,
  { lines, state, currency }: Authorization,
  { on, from, to }: { on: CalendarDate; from: string; to: string },
): string {
  const until = written(addDays(on, -1));
  const lowered = before.lines.flatMap((line, i) => {
    const after = lines[i];
    return after?.judged && after.earlier !== line.earlier
      ? [ofLine(line, after, after.judged, currency)]
      : [];
  });
  const beginning = `From ${written(on)} the enrollee is on ${to} and no longer on ${from}, and what is left of this authorization was judged again.`;
  if (lowered.length === 0) return `${beginning} All of it is still covered.`;
  const end = state === 'EXPIRED' ? [`Nothing of it is covered any more: the code ended on ${until}.`] : [];
  return [
    beginning,
    ...lowered,
    ...end,
    `Services until ${until} are honoured as they were granted before.`,
  ].join(' ');
}

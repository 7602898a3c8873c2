import type { FieldError, Refusal } from '../refusal.ts';
import type { Claim, ClaimLine } from './claim.ts';
import { refuseFields } from './deciding.ts';
import { checkLines, type IntakeFacts } from './intake.ts';
import { claimLine, type LineFacts, type SentLine } from './lines.ts';

/** A line as the facility corrects it: by the number it has in the claim; a line without one is new. */
export type CorrectedLine = SentLine & { line?: number | undefined };

/** What the facility sends in place of a claim's lines: all of them as they are to be, and what they come to. */
export interface LinesSent {
  lines: readonly CorrectedLine[];
  total: number;
}

/** What corrected lines are checked and made with. */
export type CorrectionFacts = LineFacts &
  Pick<IntakeFacts, 'at' | 'zone' | 'currency' | 'link' | 'enrollee' | 'services'>;

const isSame = (line: ClaimLine | undefined, made: ClaimLine): boolean =>
  line !== undefined &&
  line.service === made.service &&
  line.serviceDate === made.serviceDate &&
  line.quantity === made.quantity &&
  line.authorization === made.authorization &&
  line.unitPrice === made.unitPrice;

function misnumbered(claim: Claim, sent: readonly CorrectedLine[]): FieldError[] {
  const named = new Set<number>();
  return sent.flatMap(({ line }, i): FieldError[] => {
    if (line === undefined) return [];
    const isKnown = claim.lines.some((each) => each.line === line);
    const field = `lines.${i}.line`;
    if (!isKnown)
      return [{ field, message: `The claim has no line ${line}. Leave the number out of a new line.` }];
    if (named.has(line)) return [{ field, message: `Line ${line} is there twice.` }];
    named.add(line);
    return [];
  });
}

/** The number of a line that is new: none that the claim ever had, so that what is said of a line stays true of it. */
function firstFree({ lines, corrections }: Claim): number {
  const all = [...lines, ...corrections.flatMap((each) => each.lines)];
  return Math.max(0, ...all.map(({ line }) => line)) + 1;
}

/** Where a line that is sent is as it was, intake has nothing to say again. */
function objections(
  claim: Claim,
  sent: LinesSent,
  made: readonly ClaimLine[],
  facts: CorrectionFacts,
): FieldError[] {
  const { currency } = claim;
  const startedAt = new Date(claim.startedAt).toISOString();
  const errors = checkLines({ startedAt, currency, total: sent.total, lines: [...sent.lines] }, facts);
  const untouched = new Set(
    made.flatMap((line, i) =>
      isSame(
        claim.lines.find((each) => each.line === line.line),
        line,
      )
        ? [i]
        : [],
    ),
  );
  return errors.filter(({ field }) => {
    const [list, nth] = field.split('.');
    return list === 'total' || (list === 'lines' && !untouched.has(Number(nth)));
  });
}

/**
 * The claim's lines as the facility corrects them (claims.md, Life: RESUBMITTED): what is sent takes the place of all that
 * there were. A line left as it was keeps its price; one that is new or changed is checked as at intake and priced anew.
 * Null: nothing was corrected. Refused with every field's error.
 */
export function correctedLines(
  claim: Claim,
  sent: LinesSent,
  facts: CorrectionFacts,
): ClaimLine[] | Refusal | null {
  const wrong = misnumbered(claim, sent.lines);
  let next = firstFree(claim);
  const made = sent.lines.map(({ line, ...each }) => {
    const before = claim.lines.find((one) => one.line === line);
    const after = claimLine(before?.line ?? next, each, claim.serviceDate, facts);
    if (!before) next += 1;
    return before && isSame(before, after) ? before : after;
  });
  const [first, ...rest] = [...wrong, ...objections(claim, sent, made, facts)];
  if (first) return refuseFields([first, ...rest]);
  const isAsItWas = made.length === claim.lines.length && made.every((line) => claim.lines.includes(line));
  return isAsItWas ? null : made;
}

/** One line before and after a correction; null: it was not there. */
export interface ComparedLine {
  before: ClaimLine | null;
  after: ClaimLine | null;
  change: 'added' | 'removed' | 'changed' | 'same';
}

/** The lines before and after a correction, side by side: those there are now in their order, then those that went. */
export function comparedLines(before: readonly ClaimLine[], after: readonly ClaimLine[]): ComparedLine[] {
  const old = new Map(before.map((line) => [line.line, line]));
  const now = after.map((line): ComparedLine => {
    const was = old.get(line.line) ?? null;
    if (was === null) return { before: null, after: line, change: 'added' };
    return { before: was, after: line, change: isSame(was, line) ? 'same' : 'changed' };
  });
  const kept = new Set(after.map(({ line }) => line));
  const gone = before.filter(({ line }) => !kept.has(line));
  return [...now, ...gone.map((line): ComparedLine => ({ before: line, after: null, change: 'removed' }))];
}

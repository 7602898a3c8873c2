import type { LineJudgement } from '../../schema/domain/adjudication/judgement.ts';
import type { ClaimLine } from '../../schema/domain/claims/claim.ts';
import { formatMoney, type Minor } from '../../schema/domain/money.ts';

export const outcomes = ['approve', 'query', 'reject'] as const;
export type Outcome = (typeof outcomes)[number];

/** A line's decision as typed. */
export interface LineEntry {
  quantity: string;
  amount: string;
  /** a reason's code */
  reason: string;
  /** why more is paid than recommended */
  override: string;
}

/** A decision as typed: shown again, unchanged, when it is refused. */
export interface DecisionEntry {
  outcome: Outcome | '';
  /** by line number */
  lines: Readonly<Record<number, LineEntry>>;
  reasons: readonly string[];
  sentence: string;
  question: string;
  /** files wanted: those that were ticked, and what else was written */
  wanted: readonly string[];
  wantedOther: string;
}

/** What the decision on a line starts from: the recommendation; all of it where there is none. */
export interface LineStart {
  quantity: number;
  amount: Minor;
  /** codes */
  reasons: readonly string[];
}

/** A line as far as deciding it goes: of a claim what was billed, of a request what was asked for. */
export type DecidableLine = Pick<ClaimLine, 'line' | 'quantity' | 'claimed'>;

/** What each line of a claim starts from, by line number. */
export type LineStarts = ReadonlyMap<number, LineStart>;

/** The starts of a claim's lines under a recommendation, as far as there is one. */
export function startsOf(
  lines: readonly DecidableLine[],
  judged: ReadonlyMap<number, LineJudgement>,
): LineStarts {
  return new Map(
    lines.map((line) => {
      const found = judged.get(line.line);
      const start = found
        ? {
            quantity: found.approvedQuantity,
            amount: found.approved,
            reasons: found.reasons.slice(0, 5).map(({ code }) => code),
          }
        : { quantity: line.quantity, amount: line.claimed, reasons: [] };
      return [line.line, start];
    }),
  );
}

/** What a line's fields hold before anybody types. */
export const entryOf = ({ quantity, amount, reasons }: LineStart, currency: string): LineEntry => ({
  quantity: String(quantity),
  amount: formatMoney(amount, currency),
  reason: reasons[0] ?? '',
  override: '',
});

/** The name of a line's field in the decision form: `lines.3.amount`. */
export const lineField = (line: number, part: keyof LineEntry): string => `lines.${line}.${part}`;

/** Nothing chosen yet. */
export const noDecision: DecisionEntry = {
  outcome: '',
  lines: {},
  reasons: [],
  sentence: '',
  question: '',
  wanted: [],
  wantedOther: '',
};

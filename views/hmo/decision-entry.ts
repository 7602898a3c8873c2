import type { ClaimLine } from '../../schema/domain/claims/claim.ts';
import { formatMoney } from '../../schema/domain/money.ts';

export const outcomes = ['approve', 'query', 'reject'] as const;
export type Outcome = (typeof outcomes)[number];

/** A line's decision as typed. */
export interface LineEntry {
  quantity: string;
  amount: string;
  /** a reason's code */
  reason: string;
}

/** A decision as typed: shown again, unchanged, when it is refused. */
export interface DecisionEntry {
  outcome: Outcome | '';
  /** by line number */
  lines: Readonly<Record<number, LineEntry>>;
  reasons: readonly string[];
  sentence: string;
  question: string;
}

/** What a line's fields hold before anybody types: all of it is approved. */
export const wholeLine = (line: ClaimLine, currency: string): LineEntry => ({
  quantity: String(line.quantity),
  amount: formatMoney(line.claimed, currency),
  reason: '',
});

/** The name of a line's field in the decision form: `lines.3.amount`. */
export const lineField = (line: number, part: keyof LineEntry): string => `lines.${line}.${part}`;

/** Nothing chosen yet. */
export const noDecision: DecisionEntry = { outcome: '', lines: {}, reasons: [], sentence: '', question: '' };

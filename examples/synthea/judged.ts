import type { JudgedLine } from './answers.ts';

/** Lines that end in one way for one reason, or for these reasons together. Amounts in minor units. */
export type ByReason = { reasons: string; lines: number; claimed: number; approved: number };

/** What is recommended for the lines that are there. */
export type Judged = {
  full: { lines: number; approved: number };
  refused: ByReason[];
  reduced: ByReason[];
  /** lines of which nothing is said; there should be none */
  unjudged: number;
};

type Ending = { kind: 'full' | 'refused' | 'reduced' | 'unjudged'; reasons: string };

/** The first rule that refuses decides a line; what lowers it may be several together. */
function endingOf({ findings, recommended }: JudgedLine): Ending {
  if (recommended === null) return { kind: 'unjudged', reasons: '' };
  const refusing = findings.find(({ effect }) => effect === 'refuse');
  if (refusing) return { kind: 'refused', reasons: refusing.reason };
  const reducing = findings.filter(({ effect }) => effect === 'reduce').map(({ reason }) => reason);
  if (reducing.length === 0) return { kind: 'full', reasons: '' };
  return { kind: 'reduced', reasons: [...new Set(reducing)].sort().join(' + ') };
}

/** One row per reason, the most frequent first. */
function byReason(lines: readonly (JudgedLine & Ending)[]): ByReason[] {
  const rows = [...Map.groupBy(lines, ({ reasons }) => reasons)].map(([reasons, those]) => ({
    reasons,
    lines: those.length,
    claimed: those.reduce((sum, { claimed }) => sum + claimed, 0),
    approved: those.reduce((sum, { recommended }) => sum + (recommended ?? 0), 0),
  }));
  return rows.sort((a, b) => b.lines - a.lines || a.reasons.localeCompare(b.reasons));
}

/** Counts what is recommended: how many lines are paid in full, and how many each reason refuses or reduces. */
export function judgedOf(lines: readonly JudgedLine[]): Judged {
  const ended = lines.map((line) => ({ ...line, ...endingOf(line) }));
  const of = (kind: Ending['kind']) => ended.filter((line) => line.kind === kind);
  const full = of('full');
  return {
    full: {
      lines: full.length,
      approved: full.reduce((sum, { recommended }) => sum + (recommended ?? 0), 0),
    },
    refused: byReason(of('refused')),
    reduced: byReason(of('reduced')),
    unjudged: of('unjudged').length,
  };
}

/** The reasons in words, by the numbers that the whole field gives them (X12's claim adjustment reason codes). */
const WORDS: Readonly<Record<string, string>> = {
  '1': 'deductible',
  '2': 'co-insurance',
  '3': 'co-pay',
  '6': 'age',
  '7': 'sex',
  '18': 'exact duplicate',
  '26': 'before cover',
  '27': 'after cover',
  '45': 'above the tariff',
  '96': 'not covered',
  '97': 'part of another service',
  '119': 'limit reached',
  '151': 'too frequent',
  '179': 'waiting period',
  '197': 'no authorization',
  '288': 'no referral',
  B7: 'facility of another level',
};

const named = (reasons: string) =>
  reasons
    .split(' + ')
    .map((code) => (WORDS[code] ? `${code} ${WORDS[code]}` : code))
    .join(' + ');

/** The counts as lines for a person. */
export function judgedInWords(
  { full, refused, reduced, unjudged }: Judged,
  money: (minor: number) => string,
  count: (n: number) => string,
): string[] {
  const rows = (what: ByReason[], ending: (row: ByReason) => string) =>
    what.map((row) => `  ${count(row.lines).padStart(5)} × ${named(row.reasons)}: ${ending(row)}`);
  return [
    `Judged: ${count(full.lines)} lines are paid in full, ${money(full.approved)}.`,
    ...(refused.length > 0 ? ['Lines refused, by reason:'] : []),
    ...rows(refused, ({ claimed }) => `${money(claimed)} is not paid`),
    ...(reduced.length > 0 ? ['Lines reduced, by reason:'] : []),
    ...rows(reduced, ({ claimed, approved }) => `${money(approved)} of ${money(claimed)} is paid`),
    ...(unjudged > 0 ? [`Of ${count(unjudged)} lines nothing is said.`] : []),
  ];
}

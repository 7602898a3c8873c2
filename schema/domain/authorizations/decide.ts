import type { Judgement, LineJudgement } from '../adjudication/judgement.ts';
import type { LineVerdict } from '../claims/decided-line.ts';
import { type Decider, givenReasons, type ReasonTable, refuseFields } from '../claims/deciding.ts';
import {
  type Decidable,
  followsSeen,
  type LineApproval,
  refuseUnlessRecommended,
  verdictsOn,
} from '../claims/line-approvals.ts';
import type { CalendarDate } from '../dates.ts';
import { sum } from '../money.ts';
import { type FieldError, isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Authorization, AuthorizationLine } from './authorization.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { isReducedLine } from './reduced.ts';
import { said, stepped } from './stepped.ts';
import { coveredTo, reservedUntil, type ValidityTerms, validSince, validUntil } from './validity.ts';

/** A decision to grant, on the version and the recommendation that were seen. */
export interface Grant {
  version: number;
  /** the judgement's fingerprint; a rule alone may leave it out: whatever is recommended now */
  recommendation?: string | undefined;
  /** each at most once; a line left out is as recommended */
  lines?: readonly LineApproval[] | undefined;
  /** the last day on which the code can be used; left out: as the tenant's settings say */
  validTo?: CalendarDate | undefined;
  /** for the provider */
  sentence?: string | undefined;
}

/** What a grant is decided with beside the request. */
export interface GrantFacts extends ValidityTerms {
  reasons: ReasonTable;
  /** what the engine recommends now */
  judgement: Judgement;
  /** what it recommends for the others once some lines are decided otherwise */
  rejudge: (decided: readonly LineApproval[]) => Judgement;
  /** a person's decision names what it saw; a rule's follows what is recommended at its moment */
  mustName: boolean;
  /** a code that nobody has, for a request that has none yet */
  code: string;
  /** whether a service is billed per day */
  isDaily: (service: string) => boolean;
}

/** A line whose recommendation is known. */
interface JudgedAsked extends Decidable {
  asked: AuthorizationLine;
}

function judgedAsked(lines: readonly AuthorizationLine[], judgement: Judgement): JudgedAsked[] {
  const byLine = new Map(judgement.lines.map((each) => [each.line, each]));
  return lines.flatMap((asked) => {
    const judged = byLine.get(asked.line);
    return judged ? [{ asked, line: { ...asked, claimed: asked.requested }, judged }] : [];
  });
}

/** A line with what was decided of it; nothing of it is reserved yet. */
function decidedLine(
  asked: AuthorizationLine,
  judged: LineJudgement,
  verdict: LineVerdict | undefined,
): AuthorizationLine {
  const { approvedQuantity, approved, reasons, override } = verdict ?? { ...judged, override: null };
  const given = reasons.length > 0 ? reasons : judged.reasons;
  return { ...asked, judged, approvedQuantity, approved, reasons: [...given], override };
}

/** Lines as a decision leaves them, or every fault of it (authorizations.md, Decision: quantity and amount per line). */
export function decidedLines(
  lines: readonly AuthorizationLine[],
  given: readonly LineApproval[],
  { judgement, rejudge, reasons }: Pick<GrantFacts, 'judgement' | 'rejudge' | 'reasons'>,
): AuthorizationLine[] | Refusal {
  const seen = judgedAsked(lines, judgement);
  const otherwise = given.filter((approval) => !followsSeen(seen, approval));
  // A line refused leaves to the others what it would have taken.
  const judged = otherwise.length === 0 ? seen : judgedAsked(lines, rejudge(otherwise));
  const of = { noun: 'request', asked: 'asked for' } as const;
  const terms = { of, reasons, mayOverride: true };
  const { verdicts, errors } = verdictsOn(judged, given, terms, new Set(otherwise));
  const [first, ...rest] = errors;
  if (first) return refuseFields([first, ...rest]);
  return judged.map(({ asked, judged: own }) => decidedLine(asked, own, verdicts.get(asked.line)));
}

/** What was granted in all. */
export const grantedIn = (lines: readonly AuthorizationLine[]): number =>
  sum(lines.map(({ approved }) => approved ?? 0));

/** Days of an admission that are granted: of the services billed per day. Null: it is none, or none is. */
function grantedDays(
  { admission }: Pick<Authorization, 'admission'>,
  lines: readonly AuthorizationLine[],
  isDaily: GrantFacts['isDaily'],
): number | null {
  if (!admission) return null;
  const days = lines.filter(({ service }) => isDaily(service)).map((line) => Number(line.approvedQuantity));
  return days.length === 0 ? null : Math.max(...days);
}

/** The request granted as these lines say, under its code and with the days on which it can be used. */
export function grantedOn(
  authorization: Authorization,
  lines: readonly AuthorizationLine[],
  { validTo: wanted, sentence }: Pick<Grant, 'validTo' | 'sentence'>,
  decider: Decider,
  facts: Omit<GrantFacts, 'judgement' | 'rejudge' | 'reasons' | 'mustName'>,
): Authorization | Refusal {
  const approved = grantedIn(lines);
  if (approved === 0)
    return refuseFields([
      { field: 'lines', message: 'Nothing would be granted: reject the request instead.' },
    ]);
  const days = grantedDays(authorization, lines, facts.isDaily);
  const validTo = validUntil(wanted, coveredTo(authorization, days), facts);
  if (isRefusal(validTo)) return validTo;
  const part = lines.some(isReducedLine);
  const code = authorization.code ?? facts.code;
  const { admission } = authorization;
  return {
    ...stepped(authorization, decider, part ? 'approved in part' : 'approved', { detail: code }),
    ...answered(decider),
    state: part ? 'PARTIALLY_APPROVED' : 'APPROVED',
    lines: [...lines],
    approved,
    code,
    validFrom: authorization.validFrom ?? validSince(authorization.serviceDate, facts.today),
    validTo,
    reservedTo: reservedUntil(validTo, facts),
    admission: admission && { ...admission, days },
    conversation: decisionSaid(authorization, decider, sentence),
  };
}

/** The conversation with the sentence for the provider, where there is one. */
const decisionSaid = (authorization: Authorization, decider: Decider, text: string | undefined) =>
  text
    ? said(authorization, decider, { from: 'tenant', kind: 'decision', text })
    : authorization.conversation;

/** What every answer says: by whom, when; no clock runs any more, and no proposal waits. */
const answered = ({ at, id }: Decider) =>
  ({
    decidedAt: at,
    decidedBy: id,
    rule: null,
    dueAt: null,
    queriedAt: null,
    proposal: null,
    reasons: [],
    wanted: [],
  }) satisfies Partial<Authorization>;

/**
 * A request granted in full or in part, line by line (authorizations.md, Decision). Never more than was asked; more than is
 * recommended with a sentence that says why, less with a coded reason. A hold is no obstacle: it never blocks care. Nothing is
 * reserved yet: that follows from what was granted.
 */
export function grant(
  authorization: Authorization,
  input: Grant,
  decider: Decider,
  facts: GrantFacts,
): Authorization | Refusal {
  const no =
    refuseUnlessPossible(authorization, 'approve') ??
    refuseUnlessSeen(authorization, input.version) ??
    refuseUnlessRecommended(authorization.number, input.recommendation, facts) ??
    refuseIfEntered(authorization, decider);
  if (no) return no;
  const lines = decidedLines(authorization.lines, input.lines ?? [], facts);
  return isRefusal(lines) ? lines : grantedOn(authorization, lines, input, decider, facts);
}

/** Nobody approves what they entered. */
export const refuseIfEntered = (
  { submittedBy }: Pick<Authorization, 'submittedBy'>,
  { id }: Pick<Decider, 'id'>,
): Refusal | null =>
  submittedBy === id ? refuse('forbidden', 'You entered this request: somebody else must approve it.') : null;

/** A decision to reject, on the version that was seen. */
export interface Denial {
  version: number;
  /** codes of the tenant's table, at least one */
  reasons: readonly string[];
  /** one sentence for the provider */
  sentence: string;
}

/** Coded reasons of the tenant's table, at least one; else every fault. */
export function codedReasons(
  codes: readonly string[],
  table: ReasonTable,
): ReturnType<typeof givenReasons>['reasons'] | Refusal {
  const { reasons, errors } = givenReasons(codes, table, 'reasons');
  const none: FieldError[] = codes.length === 0 ? [{ field: 'reasons', message: 'Choose a reason.' }] : [];
  const [first, ...rest] = [...errors, ...none];
  return first ? refuseFields([first, ...rest]) : reasons;
}

/** → REJECTED: coded reasons and a sentence for the provider; nothing is granted. */
export function deny(
  authorization: Authorization,
  { version, reasons: codes, sentence }: Denial,
  decider: Decider,
  table: ReasonTable,
): Authorization | Refusal {
  const no = refuseUnlessPossible(authorization, 'reject') ?? refuseUnlessSeen(authorization, version);
  if (no) return no;
  const reasons = codedReasons(codes, table);
  if (isRefusal(reasons)) return reasons;
  return {
    ...stepped(authorization, decider, 'rejected'),
    ...answered(decider),
    state: 'REJECTED',
    lines: authorization.lines.map((line) => ({
      ...line,
      approvedQuantity: 0,
      approved: 0,
      reasons,
      override: null,
    })),
    reasons,
    approved: 0,
    conversation: decisionSaid(authorization, decider, sentence),
  };
}

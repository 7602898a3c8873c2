import type { Attachment } from '../claims/attachment.ts';
import { type Decider, type ReasonTable, refuseFields } from '../claims/deciding.ts';
import { refuseUnlessRecommended } from '../claims/line-approvals.ts';
import { addDays, dateIn } from '../dates.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Appeal } from './appeal.ts';
import { type Authorization, type AuthorizationLine, openAppeal } from './authorization.ts';
import { codedReasons, decidedLines, type Grant, type GrantFacts, grantedIn, grantedOn } from './decide.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { lastDecided } from './reduced.ts';
import { said, stepped } from './stepped.ts';

/** What a facility objects, with what it adds. */
export interface Objection {
  text: string;
  attachments: readonly Attachment[];
}

/** How long a decision may be appealed. */
export interface AppealTerms {
  appealDays: number;
  zone: string;
}

/**
 * A rejection or a reduction appealed by its facility (authorizations.md, Appeals): it waits again, with the same clock as the
 * request had. What was granted stays usable meanwhile.
 */
export function appealAgainst(
  authorization: Authorization,
  { text, attachments }: Objection,
  by: Decider,
  { appealDays, zone }: AppealTerms,
): Authorization | Refusal {
  const no = refuseUnlessPossible(authorization, 'appeal');
  if (no) return no;
  const { appeals, decidedBy, clock_ms } = authorization;
  // What was never decided cannot be appealed: it has been refused before.
  const last = addDays(dateIn(zone, lastDecided(authorization)), appealDays);
  if (dateIn(zone, by.at) > last)
    return refuse(
      'wrong_state',
      `It could be appealed until ${last}, ${appealDays} days after the decision.`,
    );
  const appeal: Appeal = {
    n: appeals.length + 1,
    state: 'OPEN',
    at: by.at,
    by: by.name,
    text,
    attachments: [...attachments],
    against: decidedBy,
    dueAt: by.at + clock_ms,
    warnedAt: null,
    breachedAt: null,
    decided: null,
  };
  return {
    ...stepped(authorization, by, 'appealed'),
    appeals: [...appeals, appeal],
    conversation: said(authorization, by, { from: 'facility', kind: 'appeal', text }),
  };
}

/** Null where somebody may decide the open appeal: neither who decided first, nor who entered the request. */
export function refuseAsAppealDecider(
  authorization: Authorization,
  { id }: Pick<Decider, 'id'>,
): Refusal | null {
  if (openAppeal(authorization)?.against === id)
    return refuse(
      'forbidden',
      'You made the decision that is appealed: somebody else must decide the appeal.',
    );
  return authorization.submittedBy === id
    ? refuse('forbidden', 'You entered this request: somebody else must decide its appeal.')
    : null;
}

/** The decision upon an appeal that the first one stands, on the version that was seen. */
export interface Upholding {
  version: number;
  /** codes of the tenant's table, at least one */
  reasons: readonly string[];
  /** one sentence for the provider */
  sentence: string;
}

/** The open appeal with its decision. */
function appealsDecided(
  { appeals }: Authorization,
  state: 'UPHELD' | 'OVERTURNED',
  { at, id: by, name }: Decider,
  { reasons, sentence }: Pick<NonNullable<Appeal['decided']>, 'reasons' | 'sentence'>,
): Appeal[] {
  const decided = { at, by, name, reasons, sentence };
  return appeals.map((appeal) => (appeal.state === 'OPEN' ? { ...appeal, state, decided } : appeal));
}

const mayDecide = (authorization: Authorization, version: number, decider: Decider): Refusal | null =>
  refuseUnlessPossible(authorization, 'decideAppeal') ??
  refuseUnlessSeen(authorization, version) ??
  refuseAsAppealDecider(authorization, decider);

/** The open appeal UPHELD: the decision stands, with coded reasons and a sentence. */
export function uphold(
  authorization: Authorization,
  { version, reasons: codes, sentence }: Upholding,
  decider: Decider,
  table: ReasonTable,
): Authorization | Refusal {
  const no = mayDecide(authorization, version, decider);
  if (no) return no;
  const reasons = codedReasons(codes, table);
  if (isRefusal(reasons)) return reasons;
  return {
    ...stepped(authorization, decider, 'upheld'),
    appeals: appealsDecided(authorization, 'UPHELD', decider, { reasons, sentence }),
    conversation: said(authorization, decider, { from: 'tenant', kind: 'decision', text: sentence }),
  };
}

/** A new decision upon an appeal. */
export interface Overturning extends Upholding, Omit<Grant, 'sentence'> {}

/** A line as the appeal leaves it: never less than before. Lines that are not named keep the better of both. */
function betterOf(before: AuthorizationLine, after: AuthorizationLine): AuthorizationLine {
  const isMore =
    Number(after.approved) >= Number(before.approved) &&
    Number(after.approvedQuantity) >= Number(before.approvedQuantity);
  return isMore ? after : before;
}

/**
 * The open appeal OVERTURNED: a new decision, line by line, by somebody else than who decided first. Nothing that was granted is
 * taken away, the code stays where there is one. Nothing of it is reserved yet.
 */
export function overturn(
  authorization: Authorization,
  input: Overturning,
  decider: Decider,
  facts: GrantFacts,
): Authorization | Refusal {
  const no =
    mayDecide(authorization, input.version, decider) ??
    refuseUnlessRecommended(authorization.number, input.recommendation, facts);
  if (no) return no;
  const reasons = codedReasons(input.reasons, facts.reasons);
  if (isRefusal(reasons)) return reasons;
  const decided = decidedLines(authorization.lines, input.lines ?? [], facts);
  if (isRefusal(decided)) return decided;
  const lines = decided.flatMap((line) =>
    authorization.lines.filter((each) => each.line === line.line).map((before) => betterOf(before, line)),
  );
  if (grantedIn(lines) <= (authorization.approved ?? 0)) {
    const message = 'Nothing more would be granted: uphold the decision instead.';
    return refuseFields([{ field: 'lines', message }]);
  }
  const overturned = stepped(authorization, decider, 'overturned');
  const after = grantedOn(overturned, lines, input, decider, facts);
  if (isRefusal(after)) return after;
  const { sentence } = input;
  return {
    ...after,
    version: authorization.version + 1,
    appeals: appealsDecided(authorization, 'OVERTURNED', decider, { reasons, sentence }),
  };
}

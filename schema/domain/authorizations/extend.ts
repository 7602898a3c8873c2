import type { ClaimInQuestion, VisitSoFar } from '../adjudication/facts.ts';
import type { Judgement, LineJudgement } from '../adjudication/judgement.ts';
import { type Decider, refuseFields } from '../claims/deciding.ts';
import { addDays, type CalendarDate } from '../dates.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Authorization, AuthorizationLine } from './authorization.ts';
import { grantedIn, refuseIfEntered } from './decide.ts';
import { inQuestion } from './in-question.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { isReducedLine } from './reduced.ts';
import { said, stepped } from './stepped.ts';
import { coveredTo, reservedUntil, type ValidityTerms, validUntil } from './validity.ts';

/** More time for a code, more days for an admission, or both; on the version that was seen. */
export interface Extension {
  version: number;
  /** the new last day of the code; left out: as the further days ask for */
  validTo?: CalendarDate | undefined;
  /** further days of an admission */
  days?: number | undefined;
  /** why they are granted where they are not recommended */
  override?: string | undefined;
  /** for the provider */
  sentence?: string | undefined;
}

/** What an extension is decided with. */
export interface ExtensionFacts extends ValidityTerms {
  isDaily: (service: string) => boolean;
  /** what the engine says of the further days alone, by the lines' numbers */
  further: Judgement;
}

/** The lines of an admission that are granted by day. */
const dailyLines = ({ lines }: Authorization, isDaily: ExtensionFacts['isDaily']): AuthorizationLine[] =>
  lines.filter(({ service, approvedQuantity }) => isDaily(service) && Number(approvedQuantity) > 0);

/**
 * Further days of an admission as the engine judges them (members.md: by the plan in force on admission): the lines billed per
 * day, from the day after those that are granted. What is reserved for the days before stays reserved.
 */
export function furtherDays(
  authorization: Authorization,
  days: number,
  isDaily: ExtensionFacts['isDaily'],
): ClaimInQuestion {
  const { admission, serviceDate } = authorization;
  const asked = inQuestion(authorization);
  const daily = new Set(dailyLines(authorization, isDaily).map(({ line }) => line));
  const on = addDays(admission?.from ?? serviceDate, admission?.days ?? 0);
  return {
    ...asked,
    lines: asked.lines
      .filter(({ line }) => daily.has(line))
      .map((line) => ({ ...line, quantity: days, claimed: days * line.unitPrice, serviceDate: on })),
  };
}

/** The visit that the further days belong to: what the granted lines took of it is not taken a second time. */
export function visitOfStay(
  { lines }: Authorization,
  visit: ReadonlyMap<string, VisitSoFar>,
): Map<string, VisitSoFar> {
  const so = new Map(visit);
  for (const { reservation, judged, approved } of lines) {
    if (!reservation) continue;
    const { coPay = 0, flatTaken = false } = judged ?? {};
    const before = so.get(reservation.benefit) ?? { approved: 0, coPay: 0, flatTaken: false };
    so.set(reservation.benefit, {
      approved: before.approved + (approved ?? 0),
      coPay: before.coPay + coPay,
      flatTaken: before.flatTaken || flatTaken,
    });
  }
  return so;
}

/** A line's judgement with that of its further days. */
const together = (line: LineJudgement | null, further: LineJudgement): LineJudgement =>
  line === null
    ? further
    : {
        ...line,
        approvedQuantity: line.approvedQuantity + further.approvedQuantity,
        approved: line.approved + further.approved,
        deductible: line.deductible + further.deductible,
        overallDeductible: line.overallDeductible + further.overallDeductible,
        coPay: line.coPay + further.coPay,
        enrolleeShare: line.enrolleeShare + further.enrolleeShare,
        facilityShare: line.facilityShare + further.facilityShare,
        days: line.days + further.days,
      };

const invalid = (field: string, message: string): Refusal => refuseFields([{ field, message }]);

/** Lines with so many further days granted, as recommended or, with a sentence, beyond that. */
function lengthened(
  authorization: Authorization,
  days: number,
  override: string | undefined,
  { further, isDaily }: ExtensionFacts,
): AuthorizationLine[] | Refusal {
  if (!authorization.admission) return invalid('days', 'Only an admission is extended by days.');
  if (dailyLines(authorization, isDaily).length === 0)
    return invalid('days', 'Nothing was granted that is billed by day: extend the code alone.');
  const judged = new Map(further.lines.map((line) => [line.line, line]));
  const short = further.lines.find(({ approvedQuantity }) => approvedQuantity < days);
  if (short && short.period === null) return invalid('days', 'Nobody is covered on those days.');
  if (short && override === undefined)
    return invalid(
      'override',
      `Of ${days} further days ${short.approvedQuantity} are recommended: grant so many, or write why it is to be more.`,
    );
  return authorization.lines.map((line) => {
    const own = judged.get(line.line);
    if (!own) return line;
    const asked = days * line.unitPrice;
    const most = days * Math.min(line.unitPrice, line.price.price);
    return {
      ...line,
      quantity: line.quantity + days,
      requested: line.requested + asked,
      approvedQuantity: Number(line.approvedQuantity) + days,
      approved: Number(line.approved) + (own.approvedQuantity < days ? most : own.approved),
      judged: together(line.judged, own),
      override: override ?? line.override,
    };
  });
}

/** Null where there is still something to extend. */
function refuseUnlessStanding(authorization: Authorization, { days, validTo }: Extension): Refusal | null {
  const { state, lines, number } = authorization;
  if (state === 'EXPIRED' && lines.every(({ reservation }) => reservation === null))
    return refuse('wrong_state', `What ${number} had reserved is free again: it must be asked for anew.`);
  if (days === undefined && state === 'USED')
    return refuse('wrong_state', `All of ${number} was used: there is nothing to extend but by days.`);
  if (days === undefined && validTo === undefined)
    return invalid('validTo', 'Say until when the code is to be valid.');
  return null;
}

/**
 * A code extended in time, an admission by days with concurrent review (authorizations.md): the further days are judged and
 * granted as recommended, beyond that with a sentence. Nothing is reserved yet. Refused: what ends earlier than it does already.
 */
export function extend(
  authorization: Authorization,
  input: Extension,
  decider: Decider,
  facts: ExtensionFacts,
): Authorization | Refusal {
  const { days, override, sentence } = input;
  const no =
    refuseUnlessPossible(authorization, 'extend') ??
    refuseUnlessSeen(authorization, input.version) ??
    refuseUnlessStanding(authorization, input) ??
    refuseIfEntered(authorization, decider);
  if (no) return no;
  const lines = days === undefined ? authorization.lines : lengthened(authorization, days, override, facts);
  if (isRefusal(lines)) return lines;
  const { admission } = authorization;
  const stay = admission && { ...admission, days: Number(admission.days) + (days ?? 0) };
  const validTo = validUntil(input.validTo, coveredTo(authorization, stay?.days ?? null), {
    ...facts,
    // Days that are granted bring their own validity, and no more.
    validDays: 0,
  });
  if (isRefusal(validTo)) return validTo;
  if (days === undefined && validTo <= (authorization.validTo ?? ''))
    return invalid('validTo', `The code is valid until ${authorization.validTo} already.`);
  return {
    ...stepped(authorization, decider, 'extended', { detail: validTo }),
    state: lines.some(isReducedLine) ? 'PARTIALLY_APPROVED' : 'APPROVED',
    lines: [...lines],
    requested: lines.reduce((so, { requested }) => so + requested, 0),
    approved: grantedIn(lines),
    admission: stay,
    validTo,
    reservedTo: reservedUntil(validTo, facts),
    proposal: null,
    conversation: sentence
      ? said(authorization, decider, { from: 'tenant', kind: 'decision', text: sentence })
      : authorization.conversation,
  };
}

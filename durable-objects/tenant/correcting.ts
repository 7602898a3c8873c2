import type { Claim, ClaimLine } from '../../schema/domain/claims/claim.ts';
import { correctedLines, type LinesSent } from '../../schema/domain/claims/correct.ts';
import { groupsOf } from '../../schema/domain/claims/lines.ts';
import type { Refusal } from '../../schema/domain/refusal.ts';
import type { AnswerQuery } from '../../schema/forms/decide-claim.ts';
import type { Want } from '../actor/book.ts';
import type { TenantContext } from './handler.ts';
import { type Asked, askedOf, linesAsked } from './judging/asked.ts';
import { priceOf } from './judging/judge-claim.ts';
import { judgingWants } from './judging/wants.ts';
import { enrolleeKey } from './memory/enrollees.ts';
import { linkKey } from './memory/network.ts';
import { serviceKey } from './memory/services.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { scoringWantsOf } from './scoring/score.ts';

/** What was asked about the claim, with the lines as they are to be: they have no prices yet. */
const made = new WeakMap<object, { claim: Claim; asked: Asked }>();

function askedCorrected(claim: Claim, sent: LinesSent, zone: string): Asked {
  const before = made.get(sent.lines);
  if (before?.claim === claim) return before.asked;
  const asked = askedOf(claim, zone);
  const lines = linesAsked(sent.lines, claim.serviceDate);
  const corrected = { ...asked, claim: { ...asked.claim, lines } };
  made.set(sent.lines, { claim, asked: corrected });
  return corrected;
}

/** The lines that an answer sends; null: it sends none. */
const sentBy = ({ lines, total }: AnswerQuery): LinesSent | null =>
  lines === undefined || total === undefined ? null : { lines, total };

/** What judging and scoring the claim look at once its lines are corrected. */
export function correctingWants(memory: TenantMemory, claim: Claim, input: AnswerQuery): Want[] {
  const sent = sentBy(input);
  const zone = memory.settings.peek(only)?.calendar.zone;
  if (!sent || zone === undefined) return [];
  const asked = askedCorrected(claim, sent, zone);
  return [...judgingWants(memory, asked), ...scoringWantsOf(memory, asked, claim)];
}

/** The lines as they are to be, and their services' groups; null: as they are. Refused with every field's error. */
export function linesCorrected(
  claim: Claim,
  input: AnswerQuery,
  { memory, at }: TenantContext,
): { lines: ClaimLine[]; serviceGroups: string[] } | Refusal | null {
  const sent = sentBy(input);
  const settings = memory.settings.get(only);
  if (!sent || !settings) return null;
  const services = new Map(
    sent.lines.flatMap(({ service }) => {
      const found = memory.services.get(serviceKey.code(service));
      return found ? [[service, found] as const] : [];
    }),
  );
  const lines = correctedLines(claim, sent, {
    at,
    zone: settings.calendar.zone,
    currency: settings.currency,
    link: memory.links.get(linkKey.facility(claim.facilityId)),
    enrollee: memory.enrollees.get(enrolleeKey.id(claim.enrolleeId)),
    services,
    priceOf: (line) => priceOf(memory, claim.facilityId, line),
  });
  return Array.isArray(lines) ? { lines, serviceGroups: groupsOf(lines, { services }) } : lines;
}

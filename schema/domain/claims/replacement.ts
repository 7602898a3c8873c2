import { dateIn, daysBetween, type Moment } from '../dates.ts';
import type { FieldError } from '../refusal.ts';
import type { Claim } from './claim.ts';
import { possibleNow, stateInWords } from './life.ts';
import type { Submission } from './submission.ts';

/** Days from a decision in which it can be answered by a corrected claim, whatever the filing window (claims.md, Life). */
export const correction_days_max = 30;

/** What is known of the claim that one asks to replace. */
export interface ReplacedFacts {
  at: Moment;
  zone: string;
  /** null: there is none of this number */
  claim: Claim | null;
  /** whose the new claim is; null: nobody is meant, which intake says itself */
  facilityId: string | null;
  enrolleeId: string | null;
}

const refused = ({ approved }: Claim['lines'][number]): boolean => approved === 0;

/** The lines that may be claimed again: all of a rejected claim, those refused of one approved in part. */
export const replaceableLines = (claim: Claim): Claim['lines'] =>
  claim.state === 'APPROVED' ? claim.lines.filter(refused) : claim.lines;

function wrongLines(form: Pick<Submission, 'lines'>, claim: Claim): FieldError[] {
  if (claim.state !== 'APPROVED') return [];
  const left = replaceableLines(claim).map(({ service }) => service);
  return form.lines.flatMap(({ service }, i): FieldError[] => {
    const at = left.indexOf(service);
    if (at >= 0) left.splice(at, 1);
    const message = `Only lines that were refused in ${claim.number} can be claimed again, each once: ${service} is none of them.`;
    return at >= 0 ? [] : [{ field: `lines.${i}.service`, message }];
  });
}

function whyNot({ at, zone, claim, facilityId, enrolleeId }: ReplacedFacts, number: string): string | null {
  if (claim === null || claim.facilityId !== facilityId)
    return `There is no claim ${number} of this facility.`;
  if (enrolleeId !== null && claim.enrolleeId !== enrolleeId) return `Claim ${number} is of another member.`;
  if (claim.replacedBy !== null) return `Claim ${number} was corrected before, by ${claim.replacedBy}.`;
  if (claim.decidedAt === null || !possibleNow(claim).includes('replace')) {
    const state = claim.outcome === 'FULL' ? 'approved in full' : stateInWords(claim.state);
    return `Claim ${number} is ${state}: only what was rejected, in whole or in part, can be claimed again.`;
  }
  const days = daysBetween(dateIn(zone, claim.decidedAt), dateIn(zone, at));
  if (days <= correction_days_max) return null;
  return `Claim ${number} was decided ${days} days ago: a correction is due within ${correction_days_max} days.`;
}

/**
 * Whether a claim may take the place of the one it names (claims.md, Life): of the same facility and member, rejected or
 * approved in part, decided at most 30 days ago, and not corrected before. Of a claim approved in part only what was refused
 * may be claimed again.
 */
export function checkReplacement(
  form: Pick<Submission, 'replaces' | 'lines'>,
  facts: ReplacedFacts,
): FieldError[] {
  const message = whyNot(facts, form.replaces ?? '');
  if (message !== null) return [{ field: 'replaces', message }];
  return facts.claim ? wrongLines(form, facts.claim) : [];
}

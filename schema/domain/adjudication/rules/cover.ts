import type { CoverAnswer } from '../../cover/cover.ts';
import type { CalendarDate } from '../../dates.ts';
import type { LineInQuestion } from '../facts.ts';
import { note, refusal } from '../finding.ts';
import type { HonouredPolicy } from '../honoured.ts';
import type { Finding } from '../judgement.ts';

/**
 * The enrollee is covered on the day (claims.md, Adjudication, 2; members.md, Clients and enrollees). 26 before cover began,
 * 27 from the day it no longer held, 32 a dependant whom the plan does not cover.
 */
export function covered(cover: CoverAnswer, on: CalendarDate): Finding | null {
  if (cover.covered) return null;
  const { because, since } = cover;
  const ended = since === null ? '26' : '27';
  return refusal('cover', because, because === 'dependant not allowed' ? '32' : ended, { on, since });
}

/** That a line is judged by what no longer holds, because a code promised it: a person looks at it. */
export function honouredNote(
  { honoured }: HonouredPolicy,
  { authorization: code, serviceDate: on }: LineInQuestion,
): Finding | null {
  if (honoured === null) return null;
  const { what, plan } = honoured;
  return note('cover', what === 'cover' ? 'honoured' : 'honoured plan', { code, on, plan });
}

/**
 * What of a claim may make somebody else pay first: another payer (CARC 22), an accident. Neither lowers anything by itself:
 * a person finds out what the other one owes.
 */
export function othersFirst(claim: { otherPayer: string | null; accident: boolean }): Finding[] {
  const notes: Finding[] = [];
  if (claim.otherPayer !== null) notes.push(note('cover', 'other payer', { code: '22' }));
  if (claim.accident) notes.push(note('cover', 'accident', {}));
  return notes;
}

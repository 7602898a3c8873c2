import type { TenantCommand } from '../../../schema/commands.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { ReasonCode } from '../../../schema/domain/claims/reason-codes.ts';
import { approveClaimForm, queryClaimForm, rejectClaimForm } from '../../../schema/forms/decide-claim.ts';
import type { DecisionEntry } from '../../../views/hmo/decision-entry.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { formErrors } from '../form-errors.ts';
import { readLines, type Seen } from './read-decision.ts';

/** A decision that an actor can be asked for. */
export type DecisionCommand = Extract<TenantCommand, { type: 'ApproveClaim' | 'QueryClaim' | 'RejectClaim' }>;

type Read = { command: DecisionCommand } | { errors: FormErrors };

/** What was entered as a command, or what is wrong in which field. `version` is the one that the person saw. */
export function decisionCommand(
  claim: Claim,
  version: number,
  entry: DecisionEntry,
  reasons: readonly ReasonCode[],
  seen: Seen,
): Read {
  const on = { number: claim.number, version };
  if (entry.outcome === 'query') {
    const wanted = [...entry.wanted, ...entry.wantedOther.split(',')]
      .map((each) => each.trim())
      .filter(Boolean);
    const parsed = queryClaimForm.safeParse({ ...on, question: entry.question, wanted });
    if (parsed.success) return { command: { type: 'QueryClaim', input: parsed.data } };
    const errors = Object.entries(formErrors(parsed.error));
    return {
      errors: Object.fromEntries(
        errors.map(([field, message]) => [field.startsWith('wanted') ? 'wantedOther' : field, message]),
      ),
    };
  }
  if (entry.outcome === 'reject') {
    const given = entry.reasons.filter((code) => code !== '');
    const parsed = rejectClaimForm.safeParse({
      ...on,
      reasons: [...new Set(given)],
      sentence: entry.sentence,
    });
    if (parsed.success) return { command: { type: 'RejectClaim', input: parsed.data } };
    const { reasons: wanted, ...errors } = formErrors(parsed.error);
    return { errors: wanted === undefined ? errors : { 'reasons.0': wanted, ...errors } };
  }
  if (entry.outcome === '') return { errors: { outcome: 'Choose to approve, query or reject.' } };
  const read = readLines(claim, entry, reasons, seen);
  if (Object.keys(read.errors).length > 0) return { errors: read.errors };
  const sentence = entry.sentence.trim() === '' ? {} : { sentence: entry.sentence };
  const parsed = approveClaimForm.safeParse({
    ...on,
    ...sentence,
    ...(seen.recommendation === null ? {} : { recommendation: seen.recommendation }),
    ...(read.lines === null ? {} : { lines: read.lines }),
  });
  return parsed.success
    ? { command: { type: 'ApproveClaim', input: parsed.data } }
    : { errors: formErrors(parsed.error) };
}

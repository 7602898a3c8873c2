import type { TenantCommand } from '../../../../schema/commands.ts';
import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';
import type { ReasonCode } from '../../../../schema/domain/claims/reason-codes.ts';
import { decideAuthorizationForm } from '../../../../schema/forms/decide-authorization.ts';
import { queryAuthorizationForm } from '../../../../schema/forms/on-authorization.ts';
import type { RequestEntry } from '../../../../views/hmo/authorizations/decision-form.tsx';
import type { DecidableLine } from '../../../../views/hmo/decision-entry.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import type { SentForm } from '../../../command.ts';
import { formErrors } from '../../form-errors.ts';
import { readDecisionEntry, readLines, type Seen } from '../read-decision.ts';

/** What can be asked for with the decision's form. */
export type RequestDecision = Extract<TenantCommand, { type: 'DecideAuthorization' | 'QueryAuthorization' }>;

/** A request's lines as the decision's fields know them. */
export const decidableLines = ({ lines }: Pick<Authorization, 'lines'>): DecidableLine[] =>
  lines.map(({ line, quantity, requested }) => ({ line, quantity, claimed: requested }));

/** The decision as typed, to be read and, where it is refused, shown again. */
export function readRequestEntry(form: SentForm, one: Authorization, seen: Seen): RequestEntry {
  const entry = readDecisionEntry(form, decidableLines(one), one.currency, seen);
  return { ...entry, validTo: form.get('validTo').trim() };
}

interface Context {
  authorization: Authorization;
  version: number;
  entry: RequestEntry;
  reasons: readonly ReasonCode[];
  seen: Seen;
}

type Read = { command: RequestDecision } | { errors: FormErrors };

function queried({ authorization, version, entry }: Context): Read {
  const wanted = [...entry.wanted, ...entry.wantedOther.split(',')]
    .map((each) => each.trim())
    .filter(Boolean);
  const parsed = queryAuthorizationForm.safeParse({
    number: authorization.number,
    version,
    question: entry.question,
    wanted,
  });
  if (parsed.success) return { command: { type: 'QueryAuthorization', input: parsed.data } };
  const errors = Object.entries(formErrors(parsed.error)).map(([field, message]) => [
    field.startsWith('wanted') ? 'wantedOther' : field,
    message,
  ]);
  return { errors: Object.fromEntries(errors) };
}

/** The reasons that were chosen, each once. */
export const chosenReasons = ({ reasons }: Pick<RequestEntry, 'reasons'>): string[] => [
  ...new Set(reasons.filter((code) => code !== '')),
];

/** Errors of the reasons stand at the first of them. */
export function atFirstReason({ reasons, ...errors }: FormErrors): FormErrors {
  return reasons === undefined ? errors : { 'reasons.0': reasons, ...errors };
}

function rejected({ authorization, version, entry }: Context): Read {
  const parsed = decideAuthorizationForm.safeParse({
    number: authorization.number,
    version,
    verdict: 'reject',
    reasons: chosenReasons(entry),
    sentence: entry.sentence,
  });
  if (parsed.success) return { command: { type: 'DecideAuthorization', input: parsed.data } };
  return { errors: atFirstReason(formErrors(parsed.error)) };
}

/** What is granted, as a command says it: lines that are otherwise than recommended, the last day, a sentence. */
export function grantOf({ authorization, entry, reasons, seen }: Omit<Context, 'version'>) {
  const of = { lines: decidableLines(authorization), currency: authorization.currency };
  const { lines, errors } = readLines(of, entry, reasons, seen);
  const sentence = entry.sentence.trim() === '' ? {} : { sentence: entry.sentence };
  const validTo = entry.validTo === '' ? {} : { validTo: entry.validTo };
  const recommendation = seen.recommendation === null ? {} : { recommendation: seen.recommendation };
  return {
    errors,
    grant: { ...sentence, ...validTo, ...recommendation, ...(lines === null ? {} : { lines }) },
  };
}

function granted(context: Context): Read {
  const { errors, grant } = grantOf(context);
  if (Object.keys(errors).length > 0) return { errors };
  const { authorization, version } = context;
  const parsed = decideAuthorizationForm.safeParse({
    number: authorization.number,
    version,
    verdict: 'grant',
    ...grant,
  });
  return parsed.success
    ? { command: { type: 'DecideAuthorization', input: parsed.data } }
    : { errors: formErrors(parsed.error) };
}

/** What was entered as a command, or what is wrong in which field. `version` is the one that the person saw. */
export function requestDecision(context: Context): Read {
  const { outcome } = context.entry;
  if (outcome === '') return { errors: { outcome: 'Choose to approve, query or reject.' } };
  if (outcome === 'query') return queried(context);
  return outcome === 'reject' ? rejected(context) : granted(context);
}

const fields: Readonly<Record<string, string>> = {
  approvedQuantity: 'quantity',
  approved: 'amount',
  reasons: 'reason',
};

/** What an actor says of the lines that were sent, by the fields of the page, which go by the lines' own numbers. */
export function byLineNumbers(errors: FormErrors, sent: readonly { line: number }[]): FormErrors {
  const named = Object.entries(errors).map(([field, message]) => {
    const [, nth, part = ''] = /^lines\.(\d+)\.(\w+)$/.exec(field) ?? [];
    const line = sent[Number(nth)]?.line;
    return [line === undefined ? field : `lines.${line}.${fields[part] ?? part}`, message];
  });
  return atFirstReason(Object.fromEntries(named));
}

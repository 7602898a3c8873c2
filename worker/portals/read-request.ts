import { isCalendarDate } from '../../schema/domain/dates.ts';
import type { DraftBody } from '../../schema/forms/draft.ts';
import {
  type RequestAuthorization,
  requestAuthorizationForm,
} from '../../schema/forms/request-authorization.ts';
import type { RequestEntry, RequestTyped } from '../../views/authorizations/request-entry.ts';
import { isBlank } from '../../views/provider/draft-total.ts';
import type { FormErrors } from '../../views/ui/form.tsx';
import { formErrors } from './form-errors.ts';
import { instantOf, lineInput, renumbered } from './provider/draft-claim.ts';
import { type DraftSent, wholeOf } from './provider/draft-input.ts';

const typedNames = ['urgency', 'serviceDate', 'happenedAt', 'notes', 'caller', 'calledAt'] as const;

/** Reads a request's form; the day of care that began is the day of service. Null: longer than a request may be. */
export function readRequestEntry(sent: DraftSent, today: string): RequestEntry | null {
  const text = (name: keyof RequestTyped) => (sent.texts.get(name) ?? '').slice(0, 4000);
  const said = Object.fromEntries(typedNames.map((name) => [name, text(name)]));
  const typed: RequestTyped = {
    urgency: '',
    notes: '',
    caller: '',
    calledAt: '',
    happenedAt: '',
    serviceDate: '',
    ...said,
  };
  if (typed.urgency !== 'EMERGENCY') typed.happenedAt = '';
  const [began = ''] = typed.happenedAt.split('T');
  const day = isCalendarDate(began) ? began : typed.serviceDate;
  const body = wholeOf(sent);
  if (body === null) return null;
  const startedAt = typed.happenedAt || `${isCalendarDate(day) ? day : today}T12:00`;
  return { body: { ...body, startedAt }, typed: { ...typed, serviceDate: day } };
}

/** A request before anything is typed. */
export const blankTyped = (serviceDate: string): RequestTyped => ({
  urgency: '',
  serviceDate,
  happenedAt: '',
  notes: '',
  caller: '',
  calledAt: '',
});

/** Sentences for people where the shared form speaks to programs. */
function inPlainWords(errors: FormErrors): FormErrors {
  const plain = Object.entries(errors).map(([field, message]) => {
    if (field === 'serviceDate' && !/day|born/.test(message))
      return [field, 'Enter the day it is planned for.'];
    if (field === 'happenedAt' && message.includes('ISO'))
      return [field, 'Enter when care began, date and time, or leave it out.'];
    if (field === 'calledAt' && message.includes('ISO'))
      return [field, 'Enter when they rang: date and time.'];
    if (field === 'encounterType') return [field, 'Choose the kind of visit.'];
    if (field.endsWith('.unitPrice')) return [field, 'Enter what one costs, for example 12,500.00.'];
    return [field, message];
  });
  return Object.fromEntries(plain);
}

const orNothing = (text: string) => (text.trim() === '' ? undefined : text);

/** A moment as typed, in ISO 8601; what cannot be read is left for the form to refuse. */
const momentOf = (typed: string, zone: string) =>
  typed === '' ? undefined : (instantOf(typed, zone) ?? 'unreadable');

/** What is known of what a request names. */
export interface RequestKnown {
  currency: string;
  zone: string;
  /** what is wrong already with what it names */
  unknown: FormErrors;
  /** which facility, of what the tenant's own people enter */
  facilityId?: string;
  /** where its files are until it is sent */
  draftId?: string;
}

interface Places {
  lines: number[];
  diagnoses: number[];
}

/** The rows that are sent: what was left blank is not. */
const placesOf = ({ lines, diagnoses }: DraftBody): Places => ({
  lines: lines.flatMap((line, index) => (isBlank(line) ? [] : [index])),
  diagnoses: diagnoses.flatMap(({ code }, index) => (code.trim() === '' ? [] : [index])),
});

/** Errors by the page's own fields. */
export const byRequestRows = (errors: FormErrors, body: DraftBody): FormErrors => {
  const { lines, diagnoses } = placesOf(body);
  return inPlainWords(renumbered(errors, lines, diagnoses));
};

/** What was entered as the request that it asks to be, or everything that is missing or wrong in it, by the page's fields. */
export function requestOf(
  { body, typed }: RequestEntry,
  { currency, zone, unknown, facilityId, draftId }: RequestKnown,
): { input: RequestAuthorization; errors?: undefined } | { input?: undefined; errors: FormErrors } {
  const places = placesOf(body);
  const asked = {
    memberId: body.memberId.trim().toUpperCase(),
    birthDate: orNothing(body.birthDate),
    encounterType: body.encounterType,
    urgency: typed.urgency,
    serviceDate: typed.serviceDate,
    happenedAt: momentOf(typed.happenedAt, zone),
    practitionerName: orNothing(body.practitionerName),
    referral: orNothing(body.referral),
    notes: orNothing(typed.notes),
    caller: orNothing(typed.caller),
    calledAt: momentOf(typed.calledAt, zone),
    diagnoses: places.diagnoses.map((index) => ({ code: body.diagnoses[index]?.code.trim() ?? '' })),
    lines: places.lines
      .flatMap((index) => body.lines[index] ?? [])
      .map((line) => lineInput({ ...line, serviceDate: '' })),
    currency,
    facilityId,
    draftId,
  };
  const parsed = requestAuthorizationForm.safeParse(asked);
  const wrong = parsed.success ? {} : byRequestRows(formErrors(parsed.error), body);
  const errors = { ...unknown, ...wrong };
  return parsed.success && Object.keys(errors).length === 0 ? { input: parsed.data } : { errors };
}

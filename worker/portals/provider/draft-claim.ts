import { isCalendarDate, momentIn } from '../../../schema/domain/dates.ts';
import { parseMoney } from '../../../schema/domain/money.ts';
import type { DraftBody } from '../../../schema/forms/draft.ts';
import { type SubmitClaim, submitClaimForm } from '../../../schema/forms/submit-claim.ts';
import { isBlank } from '../../../views/provider/draft-total.ts';
import type { DraftTenant } from '../../../views/provider/draft-view.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { formErrors } from '../form-errors.ts';

/** What is known of what a draft names. */
export interface DraftKnown {
  tenant: DraftTenant | null;
  /** whether member id and birth date name one enrollee */
  enrolleeAgrees: boolean;
  diagnoses: Readonly<Record<string, string>>;
  services: Readonly<Record<string, unknown>>;
}

type Read = { claim: SubmitClaim; errors?: undefined } | { claim?: undefined; errors: FormErrors };

const orNothing = (text: string) => (text.trim() === '' ? undefined : text);

/** A moment typed as local wall time (`2026-11-23T09:30`), in ISO 8601. */
export function instantOf(typed: string, zone: string): string | undefined {
  const [date = '', time = ''] = typed.split('T');
  if (!isCalendarDate(date) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) return undefined;
  return new Date(momentIn(zone, `${date}T${time}`)).toISOString();
}

/** A line as typed, in figures; what cannot be read is left out, and the form says so. */
export function lineInput(line: DraftBody['lines'][number]) {
  const quantity = line.quantity.trim();
  return {
    service: line.service,
    quantity: /^\d{1,6}$/.test(quantity) ? Number(quantity) : undefined,
    unitPrice: parseMoney(line.unitPrice) ?? undefined,
    ...(line.serviceDate === '' ? {} : { serviceDate: line.serviceDate }),
    ...(line.authorization?.trim() ? { authorization: line.authorization } : {}),
  };
}

/** Sentences for people where the shared form speaks to programs. */
export function inPlainWords(errors: FormErrors): FormErrors {
  const plain = Object.entries(errors).map(([field, message]) => {
    if (field === 'startedAt') return [field, 'Enter when the encounter began: date and time.'];
    if (field === 'endedAt' && message.includes('ISO'))
      return [field, 'Enter when the encounter ended, or leave it out.'];
    if (field.endsWith('.unitPrice')) return [field, 'Enter the unit price, for example 12,500.00.'];
    return [field, message];
  });
  return Object.fromEntries(plain);
}

/** Errors by the draft's own fields: rows that were left blank were not sent. */
export function renumbered(
  errors: FormErrors,
  lines: readonly number[],
  diagnoses: readonly number[],
): FormErrors {
  const places = { lines, diagnoses };
  const names = Object.entries(errors).map(([field, message]) => {
    const match = /^(lines|diagnoses)\.(\d+)\.(.+)$/.exec(field);
    if (match === null)
      return [
        field === 'lines' ? 'lines.0.service' : field === 'diagnoses' ? 'diagnoses.0.code' : field,
        message,
      ];
    const place = places[match[1] === 'lines' ? 'lines' : 'diagnoses'][Number(match[2])] ?? 0;
    return [`${match[1]}.${place}.${match[3]}`, message];
  });
  return Object.fromEntries(names);
}

/** What a draft names and nobody knows. */
export function unknownNames(body: DraftBody, known: DraftKnown): FormErrors {
  const errors: Record<string, string> = {};
  if (known.tenant === null) errors.tenantId = 'Choose the HMO.';
  if (body.birthDate === '') errors.birthDate = 'Enter the birth date; it is checked against the member id.';
  else if (known.tenant !== null && body.memberId !== '' && !known.enrolleeAgrees)
    errors.memberId =
      'No enrollee of this HMO has this member id and birth date. Check both against the card.';
  body.diagnoses.forEach(({ code }, index) => {
    if (code !== '' && known.diagnoses[code] === undefined)
      errors[`diagnoses.${index}.code`] = `“${code}” is not an ICD-10 code. Choose one from the list.`;
  });
  body.lines.forEach(({ service }, index) => {
    if (service !== '' && known.services[service] === undefined)
      errors[`lines.${index}.service`] = `This HMO has no service “${service}”. Choose one from the list.`;
  });
  return errors;
}

/** A draft as the claim it asks to be, or everything that is missing or wrong in it, by the draft's own fields. */
export function claimOfDraft(draftId: string, body: DraftBody, known: DraftKnown): Read {
  const { tenant } = known;
  const lineAt = body.lines.flatMap((line, index) => (isBlank(line) ? [] : [index]));
  const diagnosisAt = body.diagnoses.flatMap(({ code }, index) => (code.trim() === '' ? [] : [index]));
  const lines = lineAt.flatMap((index) => body.lines[index] ?? []).map(lineInput);
  const parsed = submitClaimForm.safeParse({
    memberId: body.memberId.trim().toUpperCase(),
    birthDate: orNothing(body.birthDate),
    encounterType: body.encounterType,
    startedAt: instantOf(body.startedAt, tenant?.zone ?? 'UTC'),
    endedAt:
      body.endedAt === '' ? undefined : (instantOf(body.endedAt, tenant?.zone ?? 'UTC') ?? 'unreadable'),
    practitionerName: body.practitionerName,
    practitionerLicence: orNothing(body.practitionerLicence),
    diagnoses: diagnosisAt.map((index) => ({ code: body.diagnoses[index]?.code.trim() ?? '' })),
    lines,
    currency: tenant?.currency ?? 'NGN',
    total: lines.reduce((sum, line) => sum + (line.quantity ?? 0) * (line.unitPrice ?? 0), 0),
    accident: body.accident,
    otherPayer: orNothing(body.otherPayer),
    referral: orNothing(body.referral),
    draftId,
    replaces: body.replaces,
  });
  const wrong = parsed.success ? {} : inPlainWords(renumbered(formErrors(parsed.error), lineAt, diagnosisAt));
  const errors = { ...unknownNames(body, known), ...wrong };
  return parsed.success && Object.keys(errors).length === 0 ? { claim: parsed.data } : { errors };
}

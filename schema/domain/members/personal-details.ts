import { addDays, ageOn, type CalendarDate } from '../dates.ts';
import type { Relation } from '../ids.ts';
import type { FieldError } from '../refusal.ts';

const yearsMax = 125;

/** What of a person is checked by itself. */
export interface PersonalDetails {
  relation: Relation;
  birthDate: CalendarDate;
  deathDate?: CalendarDate | undefined;
  coverFrom: CalendarDate;
  coverTo?: CalendarDate | undefined;
  phone?: string | undefined;
  nin?: string | null | undefined;
  nhiaNumber?: string | null | undefined;
}

function birthErrors(
  { birthDate, relation }: PersonalDetails,
  today: CalendarDate,
  principalBirthDate: CalendarDate | null,
): string | null {
  if (birthDate > today) return 'The birth date lies in the future.';
  if (ageOn(birthDate, today) > yearsMax) return `Nobody is ${ageOn(birthDate, today)}: check the year.`;
  if (relation === 'child' && principalBirthDate !== null && birthDate <= principalBirthDate)
    return 'A child is younger than the principal.';
  return null;
}

function deathError({ birthDate, deathDate }: PersonalDetails, today: CalendarDate): string | null {
  if (deathDate === undefined) return null;
  if (deathDate < birthDate) return 'The date of death lies before the birth.';
  return deathDate > today ? 'The date of death lies in the future.' : null;
}

function phoneError(phone: string | undefined): string | null {
  if (phone === undefined) return null;
  const digits = phone.replaceAll(/\D/g, '').length;
  if (/^\+?[\d\s().\-/]+$/.test(phone) && digits >= 7 && digits <= 15) return null;
  return 'Write the telephone number in 7–15 digits, for example +234 803 555 0142.';
}

/** Every mistake in what is said of a person by itself, by field. */
export function personalErrors(
  person: PersonalDetails,
  today: CalendarDate,
  principalBirthDate: CalendarDate | null,
): FieldError[] {
  const { birthDate, coverFrom, coverTo, nin, nhiaNumber } = person;
  const ninOk = nin === undefined || nin === null || /^\d{11}$/.test(nin);
  const nhiaOk = nhiaNumber === undefined || nhiaNumber === null || /^[A-Za-z0-9/-]{4,24}$/.test(nhiaNumber);
  const said: [string, string | null][] = [
    ['birthDate', birthErrors(person, today, principalBirthDate)],
    ['deathDate', deathError(person, today)],
    ['phone', phoneError(person.phone)],
    ['nin', ninOk ? null : 'A NIN has 11 digits.'],
    ['nhiaNumber', nhiaOk ? null : 'Write the NHIA number in 4–24 letters, digits, dashes or strokes.'],
    ['coverFrom', coverFrom < birthDate ? 'Cover cannot begin before the birth.' : null],
    [
      'coverTo',
      coverTo !== undefined && addDays(coverTo, 1) < coverFrom ? 'Cover ends before it begins.' : null,
    ],
  ];
  return said.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
}

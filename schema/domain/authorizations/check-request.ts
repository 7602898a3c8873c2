import { checkMember } from '../claims/intake.ts';
import { addDays, type CalendarDate, dateIn, hour_ms, type Moment } from '../dates.ts';
import { type Contracted, notEligibleOn } from '../network/standing.ts';
import type { FieldError } from '../refusal.ts';
import type { Asking } from './asking.ts';

/** What a request is checked by; null: there is none. */
export interface RequestRules {
  at: Moment;
  zone: string;
  currency: string;
  /** hours after care began in which an emergency may be filed */
  afterwardsHours: number;
  link: Contracted | null;
  enrollee: { firstName: string; lastName: string; birthDate: CalendarDate } | null;
  services: ReadonlyMap<string, { active: boolean }>;
  /** number of the request that this facility filed under the same id of its own */
  filedAs: string | null;
  /** whether a person of the tenant's files it for a facility that rang */
  byTelephone: boolean;
}

/** So far ahead care can be planned. */
const ahead_days_max = 365;

function link(form: Asking, { link: contracted }: RequestRules): FieldError[] {
  const message = notEligibleOn(contracted, form.serviceDate);
  if (message === null) return [];
  const never = !contracted || contracted.inForce.length === 0;
  if (!never) return [{ field: 'serviceDate', reason: 'B7', message }];
  return [
    { field: form.facilityExternalId === undefined ? '' : 'facilityExternalId', reason: 'B7', message },
  ];
}

const member = (form: Asking, { enrollee }: RequestRules): FieldError[] => checkMember(form, enrollee);

/** An emergency after the fact: care began within the hours that the tenant allows, and on the day that is named. */
function afterwards(
  form: Asking,
  happenedAt: Moment,
  { at, zone, afterwardsHours }: RequestRules,
): FieldError[] {
  const no = (field: string, message: string): FieldError[] => [{ field, message }];
  if (happenedAt > at)
    return no('happenedAt', 'Care cannot have begun in the future: leave it out, and plan the day.');
  if (at - happenedAt > afterwardsHours * hour_ms)
    return no('happenedAt', `An emergency is filed within ${afterwardsHours} hours after care began.`);
  const began = dateIn(zone, happenedAt);
  return began === form.serviceDate ? [] : no('serviceDate', `Care began on ${began}: name that day.`);
}

function day(form: Asking, rules: RequestRules): FieldError[] {
  const { at, zone } = rules;
  if (form.happenedAt !== undefined) return afterwards(form, Date.parse(form.happenedAt), rules);
  const today = dateIn(zone, at);
  const no = (message: string): FieldError[] => [{ field: 'serviceDate', message }];
  if (form.serviceDate < today)
    return no('This day is over. An emergency can be filed afterwards: say when care began.');
  return form.serviceDate > addDays(today, ahead_days_max)
    ? no(`Plan at most ${ahead_days_max} days ahead.`)
    : [];
}

function birth(form: Asking, { enrollee }: RequestRules): FieldError[] {
  if (!enrollee || form.serviceDate >= enrollee.birthDate) return [];
  return [{ field: 'serviceDate', message: 'The date of service is before the member was born.' }];
}

const services = (form: Asking, { services: known }: RequestRules): FieldError[] =>
  form.lines.flatMap(({ service }, i) =>
    known.get(service)?.active
      ? []
      : [{ field: `lines.${i}.service`, message: `No service in use has the code ${service}.` }],
  );

const currency = (form: Asking, rules: RequestRules): FieldError[] =>
  form.currency === rules.currency
    ? []
    : [{ field: 'currency', message: `This insurer pays in ${rules.currency}.` }];

function notFiledBefore(_form: Asking, { filedAs }: RequestRules): FieldError[] {
  if (filedAs === null) return [];
  return [
    { field: 'externalId', reason: '18', message: `A request with this id was filed before: ${filedAs}.` },
  ];
}

/** Whoever files for somebody who rang says who that was and when. */
function telephone({ caller, calledAt }: Asking, { byTelephone, at }: RequestRules): FieldError[] {
  const no = (field: string, message: string): FieldError[] => [{ field, message }];
  if (calledAt !== undefined && Date.parse(calledAt) > at)
    return no('calledAt', 'The call cannot have been in the future.');
  if (!byTelephone) return [];
  return [
    ...(caller === undefined ? no('caller', 'Say who rang.') : []),
    ...(calledAt === undefined ? no('calledAt', 'Say when they rang.') : []),
  ];
}

const rules = [link, member, day, birth, services, currency, notFiledBefore, telephone];

/** Every objection to a request as it is filed, each with its field and, where there is one, its reason code. */
export function checkRequest(form: Asking, known: RequestRules): FieldError[] {
  return rules.flatMap((rule) => rule(form, known));
}

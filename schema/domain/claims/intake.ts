import { type CalendarDate, dateIn, daysBetween, type Moment } from '../dates.ts';
import { type Contracted, notEligibleOn } from '../network/standing.ts';
import type { FieldError } from '../refusal.ts';
import { agreesWithName } from './names.ts';
import { checkReplacement, type ReplacedFacts } from './replacement.ts';
import type { Submission } from './submission.ts';

/** What intake knows of the world; null: there is none. */
export interface IntakeFacts {
  at: Moment;
  zone: string;
  currency: string;
  /** days from service in which a claim may be filed; null: off */
  filingWindowDays: number | null;
  link: Contracted | null;
  enrollee: { firstName: string; lastName: string; birthDate: CalendarDate } | null;
  services: ReadonlyMap<string, { active: boolean }>;
  /** number of the claim that this facility filed under the same id of its own */
  filedAs: string | null;
  /** what is known of the claim it names to be corrected by it; left out: it names none */
  replaced?: Omit<ReplacedFacts, 'at' | 'zone'> | undefined;
}

/** What of a claim its lines are checked with: of a new one, or of one whose lines are corrected. */
export type LinesInQuestion = Pick<
  Submission,
  'facilityExternalId' | 'startedAt' | 'endedAt' | 'lines' | 'currency' | 'total'
>;
type LineRules = Pick<IntakeFacts, 'at' | 'zone' | 'currency' | 'link' | 'services'> & {
  enrollee: { birthDate: CalendarDate } | null;
};

/** The link must have been in force, and the facility licensed, on every day of service: later is no objection. */
function link(form: LinesInQuestion, facts: LineRules): FieldError[] {
  const no = (field: string, on: CalendarDate): FieldError[] => {
    const message = notEligibleOn(facts.link, on);
    return message === null ? [] : [{ field, reason: 'B7', message }];
  };
  const firstDay = dateIn(facts.zone, Date.parse(form.startedAt));
  const never = !facts.link || facts.link.inForce.length === 0;
  if (never) return no(form.facilityExternalId === undefined ? '' : 'facilityExternalId', firstDay);
  const lines = form.lines.flatMap(({ serviceDate }, i) =>
    serviceDate === undefined || serviceDate === firstDay ? [] : no(`lines.${i}.serviceDate`, serviceDate),
  );
  const isUndated = form.lines.some(({ serviceDate = firstDay }) => serviceDate === firstDay);
  return [...(isUndated ? no('startedAt', firstDay) : []), ...lines];
}

/** Whether a member was found, and is the person meant: the birth date agrees, or without one the name. */
export function checkMember(
  form: Pick<Submission, 'memberId' | 'birthDate' | 'enrolleeName'>,
  enrollee: IntakeFacts['enrollee'],
): FieldError[] {
  const field = form.memberId === undefined ? 'enrolleeExternalId' : 'memberId';
  if (!enrollee)
    return [{ field, reason: '31', message: 'No member has this id. Check it against the card.' }];
  if (form.birthDate !== undefined) {
    if (form.birthDate === enrollee.birthDate) return [];
    const message = 'The birth date is not the one on record for this member.';
    return [{ field: 'birthDate', reason: '140', message }];
  }
  if (form.enrolleeName !== undefined && agreesWithName(form.enrolleeName, enrollee)) return [];
  const message = 'The name is not the one on record for this member.';
  return [{ field: 'enrolleeName', reason: '140', message }];
}

const member = (form: Submission, facts: IntakeFacts): FieldError[] => checkMember(form, facts.enrollee);

function notInFuture(form: LinesInQuestion, facts: LineRules): FieldError[] {
  const today = dateIn(facts.zone, facts.at);
  const message = 'The date of service is in the future.';
  const errors: FieldError[] = [];
  for (const field of ['startedAt', 'endedAt'] as const) {
    const text = form[field];
    if (text !== undefined && dateIn(facts.zone, Date.parse(text)) > today) errors.push({ field, message });
  }
  form.lines.forEach((line, i) => {
    if (line.serviceDate !== undefined && line.serviceDate > today)
      errors.push({ field: `lines.${i}.serviceDate`, message });
  });
  return errors;
}

function notBeforeBirth(form: LinesInQuestion, facts: LineRules): FieldError[] {
  const { enrollee } = facts;
  if (!enrollee) return [];
  const message = 'The date of service is before the member was born.';
  const errors: FieldError[] = [];
  if (dateIn(facts.zone, Date.parse(form.startedAt)) < enrollee.birthDate)
    errors.push({ field: 'startedAt', message });
  form.lines.forEach((line, i) => {
    if (line.serviceDate !== undefined && line.serviceDate < enrollee.birthDate)
      errors.push({ field: `lines.${i}.serviceDate`, message });
  });
  return errors;
}

/** The window counts from the encounter's last day: a long stay is filed when it ends. */
function inFilingWindow(form: Submission, facts: IntakeFacts): FieldError[] {
  // A correction has a time limit of its own.
  if (facts.filingWindowDays === null || form.replaces !== undefined) return [];
  const last = dateIn(facts.zone, Date.parse(form.endedAt ?? form.startedAt));
  if (daysBetween(last, dateIn(facts.zone, facts.at)) <= facts.filingWindowDays) return [];
  const field = form.endedAt === undefined ? 'startedAt' : 'endedAt';
  const message = `Claims must be filed within ${facts.filingWindowDays} days of service.`;
  return [{ field, reason: '29', message }];
}

function services(form: LinesInQuestion, facts: LineRules): FieldError[] {
  const errors: FieldError[] = [];
  form.lines.forEach((line, i) => {
    if (!facts.services.get(line.service)?.active)
      errors.push({
        field: `lines.${i}.service`,
        message: `No service in use has the code ${line.service}.`,
      });
  });
  return errors;
}

function amounts(form: LinesInQuestion, facts: LineRules): FieldError[] {
  const errors: FieldError[] = [];
  if (form.currency !== facts.currency)
    errors.push({ field: 'currency', message: `This insurer pays in ${facts.currency}.` });
  const total = form.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  if (total !== form.total)
    errors.push({ field: 'total', message: `The total must be the sum of the lines: ${total}.` });
  return errors;
}

function notFiledBefore(_form: Submission, facts: IntakeFacts): FieldError[] {
  if (facts.filedAs === null) return [];
  const message = `A claim with this id was filed before: ${facts.filedAs}.`;
  return [{ field: 'externalId', reason: '18', message }];
}

function replacement(form: Submission, { replaced, at, zone }: IntakeFacts): FieldError[] {
  return replaced === undefined ? [] : checkReplacement(form, { ...replaced, at, zone });
}

const rules = [
  link,
  member,
  replacement,
  notInFuture,
  notBeforeBirth,
  inFilingWindow,
  services,
  amounts,
  notFiledBefore,
];
const lineRules = [link, notInFuture, notBeforeBirth, services, amounts];

/** Every objection of intake, in the order of claims.md (Intake), each with its field and, where there is one, its reason code. */
export function checkIntake(form: Submission, facts: IntakeFacts): FieldError[] {
  return rules.flatMap((rule) => rule(form, facts));
}

/** The objections that are about lines alone, for those of a claim that is filed already. */
export function checkLines(form: LinesInQuestion, facts: LineRules): FieldError[] {
  return lineRules.flatMap((rule) => rule(form, facts));
}

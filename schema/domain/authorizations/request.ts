import type { Attachment } from '../claims/attachment.ts';
import type { Decider } from '../claims/deciding.ts';
import { type CalendarDate, dateIn, type Moment } from '../dates.ts';
import type { Contracted } from '../network/standing.ts';
import type { PlanScheme } from '../plans/plan.ts';
import type { LinePrice } from '../pricing/tariff.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { Asking } from './asking.ts';
import {
  type Authorization,
  type AuthorizationLine,
  authorizationNumber,
  plainAuthorization,
  ungranted,
} from './authorization.ts';
import { checkRequest, type RequestRules } from './check-request.ts';
import { clockOf } from './clock.ts';
import type { AuthorizationSettings } from './settings.ts';
import { said } from './stepped.ts';

/** What filing a request needs to know beyond the form. */
export interface RequestFacts extends Omit<RequestRules, 'at' | 'link' | 'enrollee'> {
  clocks: AuthorizationSettings['clocks'];
  /** the tenant's running number for it */
  id: number;
  link: ({ facilityId: string; name: string } & Contracted) | null;
  enrollee: {
    id: string;
    memberId: string;
    clientCode: string;
    firstName: string;
    lastName: string;
    birthDate: CalendarDate;
  } | null;
  nameOf: (service: string) => string;
  /** the files it comes with, and what is wrong with those it names */
  attachments: Attachment[];
  fileErrors: FieldError[];
  /** the plan the person is on, on a day, with its scheme; null: they are on none */
  planOn: (day: CalendarDate) => { code: string; scheme: PlanScheme } | null;
  /** whether the tenant's own people, or its key, file it for the facility */
  isEntry: boolean;
  priceOf: (line: { service: string; serviceDate: CalendarDate; unitPrice: number }) => LinePrice;
}

const linesOf = (form: Asking, facts: RequestFacts): AuthorizationLine[] =>
  form.lines.map(({ service, quantity, unitPrice }, i) => ({
    line: i + 1,
    service,
    name: facts.nameOf(service),
    quantity,
    unitPrice,
    requested: quantity * unitPrice,
    price: facts.priceOf({ service, serviceDate: form.serviceDate, unitPrice }),
    ...ungranted,
  }));

const momentOf = (text: string | undefined): Moment | null => (text === undefined ? null : Date.parse(text));

/** Who of the tenant's own filed it, and who rang when; a machine that names nobody filed it at once. */
function enteredBy({ caller, calledAt }: Asking, { at, name }: Decider): Authorization['entered'] {
  return { by: name, caller: caller ?? name, calledAt: momentOf(calledAt) ?? at };
}

/** What is asked, as it is kept. */
function askedOf(form: Asking, decider: Decider, facts: RequestFacts) {
  const { isEntry } = facts;
  const lines = linesOf(form, facts);
  return {
    externalId: form.externalId ?? null,
    encounterType: form.encounterType,
    urgency: form.urgency,
    serviceDate: form.serviceDate,
    happenedAt: momentOf(form.happenedAt),
    practitionerName: form.practitionerName ?? null,
    diagnoses: form.diagnoses.map((each) => ({ ...each, name: '' })),
    referral: form.referral ?? null,
    lines,
    currency: facts.currency,
    requested: lines.reduce((sum, { requested }) => sum + requested, 0),
    entered: isEntry ? enteredBy(form, decider) : null,
    admission:
      form.encounterType === 'inpatient' ? { from: form.serviceDate, days: null, dischargedOn: null } : null,
    attachments: facts.attachments,
    conversation:
      form.notes === undefined
        ? []
        : said({ conversation: [] }, decider, {
            from: isEntry ? 'tenant' : 'facility',
            kind: 'note',
            text: form.notes,
          }),
  } satisfies Partial<Authorization>;
}

/**
 * A request is filed: its number is issued and its clock begins, day and night. Refused with every objection; a refusal makes
 * no request.
 */
export function request(form: Asking, decider: Decider, facts: RequestFacts): Authorization | Refusal {
  const { at, id: submittedBy, name } = decider;
  const errors = [...checkRequest(form, { ...facts, at }), ...facts.fileErrors];
  const { link, enrollee } = facts;
  const first = errors.slice(0, 1).map(({ message }) => message);
  if (errors.length > 0 || !link || !enrollee) return refuse('invalid', first.join(), errors);
  const plan = facts.planOn(form.serviceDate);
  const { urgency } = form;
  return {
    ...plainAuthorization,
    ...askedOf(form, decider, facts),
    id: facts.id,
    number: authorizationNumber(facts.id, Number(dateIn(facts.zone, at).slice(0, 4))),
    state: 'REQUESTED',
    version: 1,
    facilityId: link.facilityId,
    facilityName: link.name,
    enrolleeId: enrollee.id,
    memberId: enrollee.memberId,
    enrolleeName: `${enrollee.firstName} ${enrollee.lastName}`,
    clientCode: enrollee.clientCode,
    planCode: plan?.code ?? null,
    requestedAt: at,
    submittedBy,
    ...clockOf(facts, { scheme: plan?.scheme ?? 'private', urgency, at }),
    risk: 0,
    history: [{ at, what: 'requested', by: name, detail: '' }],
  };
}

import { fingerprintOfText } from '../adjudication/fingerprint.ts';
import { isCleanLine } from '../adjudication/judge.ts';
import { isWithinRange } from '../adjudication/rules/exclusion.ts';
import { addDays, type CalendarDate, day_ms, type Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { DiagnosisRange } from '../plans/plan.ts';
import type { Authorization, AuthorizationLine, Urgency } from './authorization.ts';

/** What a trial of a rule on past requests came to (authorizations.md, Auto-approval rules). */
export interface RuleTrial {
  at: Moment;
  /** the conditions it was tried with: `conditionsOf` */
  conditions: string;
  /** requests that were decided in the days it looked at */
  requests: number;
  /** of them, those it would have approved */
  would: number;
  /** of these, those that people rejected */
  rejected: number;
}

/** So long after a trial the 90 days that it looked at are still the last ones, near enough. */
const trialHolds_days = 7;

/** Whether a rule may be switched on by what a trial of it came to: it was not long ago. */
export const isTriedNow = (trial: RuleTrial | null, at: Moment): boolean =>
  trial !== null && at - trial.at <= trialHolds_days * day_ms;

/** When a rule speaks: every list left empty is no condition. */
export interface RuleConditions {
  plans: readonly string[];
  /** codes of services, and of their groups: a line is of one of either */
  services: readonly string[];
  groups: readonly string[];
  /** most that is granted for one line, in minor units and in units of the service */
  amountMax: Minor;
  quantityMax: number;
  facilityKinds: readonly string[];
  urgencies: readonly Urgency[];
  /** ICD-10: spans of codes, both ends included and with everything that begins like them; one diagnosis within is enough */
  diagnoses: readonly DiagnosisRange[];
  /** at most so often for the same enrollee and service, this time included, within so many days; null: as often as may be */
  frequency: { times: number; days: number } | null;
  /** highest risk score, 0–100 */
  riskMax: number;
}

/** One rule by which requests are answered at once. */
export interface AutoRule extends RuleConditions {
  /** what a request that it answered says: its name stays its own */
  name: string;
  on: boolean;
  /** the last trial in its present form; null: it was never tried so */
  tried: RuleTrial | null;
}

/** What of a request a rule looks at, beside its lines. */
export interface RuleFacts {
  facilityKind: string;
  /** the group of a service, by its code; null: the catalogue does not have it */
  groupOf: (service: string) => string | null;
  /** days on which the enrollee was given, or granted, the service: other requests and claims */
  daysOf: (service: string) => readonly CalendarDate[];
}

const sorted = (list: readonly string[]): string[] => [...list].sort();

/** A rule's conditions as a text that is the same for the same conditions, whatever their order: what a trial was of. */
export function conditionsOf(rule: RuleConditions): string {
  const { plans, services, groups, amountMax, quantityMax, facilityKinds, urgencies } = rule;
  const { diagnoses, frequency, riskMax } = rule;
  const spans = diagnoses.map(({ from, to }) => `${from}-${to}`);
  const parts = [plans, services, groups, facilityKinds, urgencies, spans].map(sorted);
  const often = frequency && [frequency.times, frequency.days];
  return fingerprintOfText(JSON.stringify([...parts, amountMax, quantityMax, often, riskMax]));
}

const isAmong = (list: readonly string[], value: string | null): boolean =>
  list.length === 0 || (value !== null && list.includes(value));

/** Whether a rule speaks of a request at all, whatever its lines. */
function isAbout(rule: RuleConditions, request: Authorization, facilityKind: string): boolean {
  const { diagnoses } = rule;
  const codes = request.diagnoses.filter(({ system }) => system.startsWith('ICD-10'));
  return (
    request.risk <= rule.riskMax &&
    isAmong(rule.plans, request.planCode) &&
    isAmong(rule.facilityKinds, facilityKind) &&
    isAmong(rule.urgencies, request.urgency) &&
    (diagnoses.length === 0 ||
      codes.some(({ code }) => diagnoses.some((range) => isWithinRange(range, code))))
  );
}

/** Whether once more is not too often: within the days that end with the service, and those that begin with it. */
function isRareEnough(
  { frequency }: RuleConditions,
  days: readonly CalendarDate[],
  on: CalendarDate,
): boolean {
  if (frequency === null) return true;
  const from = addDays(on, 1 - frequency.days);
  const to = addDays(on, frequency.days - 1);
  return days.filter((day) => day >= from && day <= to).length < frequency.times;
}

function isOf(rule: RuleConditions, line: AuthorizationLine, group: string | null): boolean {
  const { services, groups } = rule;
  if (services.length + groups.length === 0) return true;
  return services.includes(line.service) || (group !== null && groups.includes(group));
}

/** Whether a rule approves one line of a request: it is recommended in full, and the rule is about it. */
function approvesLine(
  rule: RuleConditions,
  request: Authorization,
  line: AuthorizationLine,
  { groupOf, daysOf }: RuleFacts,
): boolean {
  return (
    line.judged !== null &&
    isCleanLine(line.judged) &&
    line.quantity <= rule.quantityMax &&
    line.judged.approved <= rule.amountMax &&
    isOf(rule, line, groupOf(line.service)) &&
    isRareEnough(rule, daysOf(line.service), request.serviceDate)
  );
}

/**
 * The names of the rules that answer a request, each once and in their order; null: a person decides. Every line must be
 * recommended in full and match one rule. Whether a rule is on is asked by whoever calls this.
 */
export function rulesFor(
  rules: readonly (RuleConditions & { name: string })[],
  request: Authorization,
  facts: RuleFacts,
): string[] | null {
  const about = rules.filter((rule) => isAbout(rule, request, facts.facilityKind));
  const names = new Set<string>();
  for (const line of request.lines) {
    const rule = about.find((each) => approvesLine(each, request, line, facts));
    if (!rule) return null;
    names.add(rule.name);
  }
  return [...names];
}

import { type CalendarDate, type Moment, momentIn } from '../dates.ts';
import type { ScoredClaim } from '../risk/facts.ts';
import type { RiskRule } from '../risk/flag.ts';
import type { RiskSettings } from '../risk/settings.ts';
import type { Authorization } from './authorization.ts';

/**
 * The rules that make sense of a request: what they look at is known before the service. The others count what has been
 * billed, by whom and how fast, or compare parts of one bill.
 */
const askedOfRequests: ReadonlySet<RiskRule> = new Set([
  'duplicate',
  'impossible_dates',
  'price_outlier',
  'diagnosis_outlier',
  'frequency',
  'sex_age_mismatch',
  'family_size',
]);

/** The tenant's risk rules as they look at requests: those that make no sense of one are off. */
export function requestRules(settings: RiskSettings): RiskSettings {
  const rules = Object.entries(settings).map(([rule, own]) => [
    rule,
    askedOfRequests.has(rule as RiskRule) ? own : { ...own, on: false },
  ]);
  return Object.fromEntries(rules) as RiskSettings;
}

/** Noon of the planned day, or when care began. */
const startOf = (zone: string, day: CalendarDate, happenedAt: Moment | null): Moment =>
  happenedAt ?? momentIn(zone, `${day}T12:00`);

/**
 * A request as the risk rules look at it: a claim of its planned day, as if it were sent on that day, because what is asked
 * beforehand lies in the future without being wrong.
 */
export function scoredRequest(one: Authorization, zone: string): ScoredClaim {
  const { number, facilityId, encounterType, serviceDate, currency, requested, diagnoses } = one;
  const startedAt = startOf(zone, serviceDate, one.happenedAt);
  return {
    number,
    facilityId,
    practitionerName: one.practitionerName ?? '',
    practitionerLicence: null,
    encounterType,
    encounterId: null,
    startedAt,
    endedAt: startedAt,
    serviceDate,
    currency,
    claimed: requested,
    submittedAt: Math.max(one.requestedAt, startedAt),
    replaces: null,
    diagnoses,
    lines: one.lines.map(({ line, service, quantity, unitPrice, requested: claimed }) => ({
      line,
      service,
      serviceDate,
      quantity,
      unitPrice,
      claimed,
    })),
  };
}

import type { RiskFacts } from './facts.ts';
import { baselineAt, practitionerKey } from './keys.ts';
import type { RiskSettings } from './settings.ts';

/** Units of procedures on a claim's lines, by day of service. */
export function proceduresOf(
  { claim, services }: Pick<RiskFacts, 'claim' | 'services'>,
  groups: readonly string[],
): Map<string, number> {
  const days = new Map<string, number>();
  for (const { service, serviceDate, quantity } of claim.lines) {
    const group = services.get(service)?.group;
    if (group !== undefined && groups.includes(group))
      days.set(serviceDate, (days.get(serviceDate) ?? 0) + quantity);
  }
  return days;
}

/** Days of a claim on which its practitioner has done more procedures than anybody can, and how many. What a claim corrects has been counted already. */
export function busyDays(
  facts: RiskFacts,
  { busy_practitioner: { proceduresMax, groups } }: Pick<RiskSettings, 'busy_practitioner'>,
): Map<string, number> {
  const { claim, baselines, learned } = facts;
  const isCounted = learned || claim.replaces !== null;
  const busy = new Map<string, number>();
  for (const [day, units] of proceduresOf(facts, groups)) {
    const known = baselineAt(baselines, practitionerKey(claim, day), 'practitioner')?.days[day] ?? 0;
    const many = isCounted ? known : known + units;
    if (many > proceduresMax) busy.set(day, many);
  }
  return busy;
}

import type { FieldError } from '../refusal.ts';
import type { Benefit, PlanRules } from './plan.ts';

/** Whether following `within` from a benefit comes back to it. */
function circles(benefit: Benefit, byCode: ReadonlyMap<string, Benefit>): boolean {
  const seen = new Set<string>();
  for (let at = benefit.within; at !== null && !seen.has(at); at = byCode.get(at)?.within ?? null) {
    if (at === benefit.code) return true;
    seen.add(at);
  }
  return false;
}

function errorOf(benefit: Benefit, byCode: ReadonlyMap<string, Benefit>): string | null {
  const { within } = benefit;
  if (within === null) return null;
  if (!byCode.has(within)) return `There is no benefit ${within} in this plan: choose another, or none.`;
  if (within === benefit.code) return 'A benefit does not stand within itself: choose another, or none.';
  if (circles(benefit, byCode))
    return `${within} stands within this benefit itself: the two cannot hold each other.`;
  return null;
}

/** A limit that can never be reached because a wider one ends before it. */
function unreachable(
  benefit: Benefit,
  byCode: ReadonlyMap<string, Benefit>,
  rules: PlanRules,
): string | null {
  const { period, sharedBy } = benefit.limits;
  if (period === null) return null;
  const ceiling = rules.overall[sharedBy];
  if (ceiling !== null && period > ceiling)
    return `More than the plan's overall limit per ${sharedBy}: lower it, or leave it empty.`;
  const around = benefit.within === null ? undefined : byCode.get(benefit.within);
  if (around === undefined || around === benefit || around.limits.period === null) return null;
  const counts = around.limits.sharedBy === 'family' || sharedBy === 'person';
  return counts && period > around.limits.period
    ? `More than the limit of ${around.name}, within which it stands: lower it, or leave it empty.`
    : null;
}

/** Codes are used once, benefits stand within one another without circles, and no limit is beyond a wider one. */
export function checkWithin(rules: PlanRules): FieldError[] {
  const byCode = new Map<string, Benefit>();
  const errors: FieldError[] = [];
  rules.benefits.forEach((benefit, i) => {
    const holder = byCode.get(benefit.code);
    if (holder)
      errors.push({
        field: `benefits.${i}.code`,
        message: `${benefit.code} is the code of ${holder.name}: choose another.`,
      });
    else byCode.set(benefit.code, benefit);
  });
  rules.benefits.forEach((benefit, i) => {
    const within = errorOf(benefit, byCode);
    if (within !== null) errors.push({ field: `benefits.${i}.within`, message: within });
    const limit = unreachable(benefit, byCode, rules);
    if (limit !== null) errors.push({ field: `benefits.${i}.limits.period`, message: limit });
  });
  return errors;
}

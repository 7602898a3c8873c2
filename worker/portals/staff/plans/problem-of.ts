import type { PlanRules } from '../../../../schema/domain/plans/plan.ts';
import type { FieldError } from '../../../../schema/domain/refusal.ts';
import type { Problem } from '../../../../views/hmo/plans/draft-problems.tsx';

const inBenefit = /^benefits\.(\d+)\.(.+)$/;

/** Ticked boxes are one field: `groups.2` is `groups`. */
export const fieldOfForm = (field: string): string =>
  field.replace(/(^|\.)(groups|relations|levels)\.\d+$/, '$1$2');

/** A mistake of rules with the page on which it is mended. */
export function problemOf(rules: PlanRules, { field, message }: FieldError): Problem {
  const [, index = '', within = ''] = inBenefit.exec(field) ?? [];
  const benefit = index === '' ? undefined : rules.benefits[Number(index)];
  if (benefit !== undefined) {
    const { code, name } = benefit;
    const at = { benefit: code, name, exclusions: within.startsWith('exclusions.') };
    return { message, field: fieldOfForm(within), at };
  }
  if (field.startsWith('exclusions.')) return { message, field: fieldOfForm(field), at: 'exclusions' };
  return { message, field, at: field === 'benefits' ? 'benefits' : 'overall' };
}

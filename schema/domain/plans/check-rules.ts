import type { FieldError } from '../refusal.ts';
import { checkBenefit } from './check-benefit.ts';
import { checkExclusions } from './check-exclusions.ts';
import { checkMapping, type MappingFacts } from './check-mapping.ts';
import { checkWithin } from './check-within.ts';
import type { DependantRules, PlanRules } from './plan.ts';

function checkOverall({ overall, deductible }: PlanRules): FieldError[] {
  const errors: FieldError[] = [];
  const { person, family } = overall;
  if (person === 0)
    errors.push({ field: 'overall.person', message: 'Enter more than 0, or leave it empty for no limit.' });
  if (family === 0)
    errors.push({ field: 'overall.family', message: 'Enter more than 0, or leave it empty for no limit.' });
  if (person !== null && family !== null && family < person)
    errors.push({
      field: 'overall.family',
      message: 'The family’s limit is less than one person’s: raise it, or lower the person’s.',
    });
  if (deductible === 0)
    errors.push({ field: 'deductible', message: 'Enter more than 0, or leave it empty for no deductible.' });
  return errors;
}

function checkDependants({ spouse, childrenUnder, other, most }: DependantRules): FieldError[] {
  const nobody = !spouse && childrenUnder === null && !other;
  if (!nobody || most === null) return [];
  return [
    {
      field: 'dependants.most',
      message: 'No dependant may be covered: leave the number empty, or say who may be.',
    },
  ];
}

/**
 * Everything that stands in the way of publishing rules (members.md, Plans and benefits): each with the path of its
 * field (`benefits.2.limits.visit`) and what to do. An empty answer means that they can be published.
 */
export function checkRules(rules: PlanRules, facts: MappingFacts): FieldError[] {
  const { benefits, exclusions, dependants } = rules;
  const errors: FieldError[] = [];
  if (benefits.length === 0)
    errors.push({ field: 'benefits', message: 'Add at least one benefit: this plan gives nothing.' });
  benefits.forEach((benefit, i) => {
    const under = (error: FieldError): FieldError => ({ ...error, field: `benefits.${i}.${error.field}` });
    errors.push(...checkBenefit(benefit, rules).map(under));
    errors.push(...checkExclusions(benefit.exclusions, facts, { benefits: [benefit] }).map(under));
  });
  errors.push(...checkWithin(rules));
  errors.push(...checkMapping(benefits, facts));
  errors.push(...checkExclusions(exclusions, facts, { benefits }));
  return [...errors, ...checkOverall(rules), ...checkDependants(dependants)];
}

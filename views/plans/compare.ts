import type { PlanRules } from '../../schema/domain/plans/plan.ts';
import type { PlanNames } from './names.ts';
import { benefitTerms, overallTerms, type Term } from './terms.ts';

/** One thing that is stated before and after; null: it was not, or is not any more. */
export interface ComparedTerm {
  label: string;
  before: readonly string[] | null;
  after: readonly string[] | null;
  changed: boolean;
}

/** What became of one benefit, or of what stands over all of them. */
export interface ComparedPart {
  title: string;
  became: 'same' | 'changed' | 'added' | 'removed';
  terms: ComparedTerm[];
}

function compared(title: string, before: Term[] | null, after: Term[] | null): ComparedPart {
  const terms = (after ?? before ?? []).map(({ label }): ComparedTerm => {
    const was = before?.find((term) => term.label === label)?.words ?? null;
    const is = after?.find((term) => term.label === label)?.words ?? null;
    return { label, before: was, after: is, changed: JSON.stringify(was) !== JSON.stringify(is) };
  });
  if (before === null) return { title, became: 'added', terms };
  if (after === null) return { title, became: 'removed', terms };
  return { title, became: terms.some(({ changed }) => changed) ? 'changed' : 'same', terms };
}

/** Two sets of rules side by side, benefit by benefit: in the order of the later one, then what is gone. */
export function compareRules(before: PlanRules, after: PlanRules, names: PlanNames): ComparedPart[] {
  const old = new Map(before.benefits.map((benefit) => [benefit.code, benefit]));
  const now = new Set(after.benefits.map(({ code }) => code));
  const gone = before.benefits.filter(({ code }) => !now.has(code));
  return [
    compared('Over all benefits', overallTerms(before, names), overallTerms(after, names)),
    ...after.benefits.map((benefit) => {
      const was = old.get(benefit.code);
      return compared(benefit.name, was ? benefitTerms(was, names) : null, benefitTerms(benefit, names));
    }),
    ...gone.map((benefit) => compared(benefit.name, benefitTerms(benefit, names), null)),
  ];
}

/** What changed, a sentence a part: `Maternity: limit and waiting changed.` */
export function changeSentences(parts: readonly ComparedPart[]): string[] {
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
  return parts.flatMap(({ title, became, terms }) => {
    if (became === 'same') return [];
    if (became === 'added') return [`${title} is new.`];
    if (became === 'removed') return [`${title} is gone.`];
    const labels = terms.filter(({ changed }) => changed).map(({ label }) => label.toLowerCase());
    return [`${title}: ${list.format(labels)} changed.`];
  });
}

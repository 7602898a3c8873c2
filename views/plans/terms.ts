import type { Benefit, Exclusion, PlanRules } from '../../schema/domain/plans/plan.ts';
import {
  coversWords,
  excludedWords,
  limitWords,
  payWords,
  permissionWords,
  waitingWords,
  whereWords,
  whoWords,
} from './benefit-words.ts';
import { categoryNames } from './category-names.ts';
import type { PlanNames } from './names.ts';
import { deductibleWords, dependantWords, moveWords, overallWords } from './plan-words.ts';

/** One thing that rules state, in words, line by line. */
export interface Term {
  label: string;
  words: readonly string[];
}

const exclusionWords = (exclusions: readonly Exclusion[], names: PlanNames): string[] =>
  exclusions.map((each) => `${each.wording} (${excludedWords(each, names).join(', ')})`);

/** Everything a benefit states. */
export function benefitTerms(benefit: Benefit, names: PlanNames): Term[] {
  return [
    { label: 'Name', words: [benefit.name] },
    { label: 'Category', words: [categoryNames[benefit.category]] },
    { label: 'Counts in', words: benefit.within === null ? [] : [benefit.within] },
    { label: 'Pays for', words: coversWords(benefit, names) },
    { label: 'Limit', words: limitWords(benefit, names) },
    { label: 'Enrollee pays', words: payWords(benefit, names) },
    { label: 'Waiting', words: [waitingWords(benefit)] },
    { label: 'For whom', words: [whoWords(benefit)] },
    { label: 'Where', words: [whereWords(benefit).join(', ')] },
    { label: 'Permission', words: [permissionWords(benefit, names)] },
    { label: 'Not covered', words: exclusionWords(benefit.exclusions, names) },
  ];
}

/** Everything rules state over all benefits. */
export function overallTerms(rules: PlanRules, names: PlanNames): Term[] {
  return [
    { label: 'Overall limit', words: [overallWords(rules, names)] },
    { label: 'Enrollee pays first', words: [deductibleWords(rules, names)] },
    { label: 'Who can be added', words: [dependantWords(rules)] },
    { label: 'After a plan move', words: [moveWords(rules)] },
    { label: 'Not covered', words: exclusionWords(rules.exclusions, names) },
  ];
}

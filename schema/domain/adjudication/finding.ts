import type { GivenReason } from '../claims/given-reason.ts';
import type { Finding, RuleName } from './judgement.ts';
import type { Found } from './wordings.ts';

/** The codes the engine gives, in the groups of the table every tenant is seeded with; a test holds the two together. */
export const engineReasons = {
  '1': 'PR',
  '2': 'PR',
  '3': 'PR',
  '6': 'CO',
  '7': 'CO',
  '15': 'CO',
  '16': 'CO',
  '18': 'CO',
  '26': 'PR',
  '27': 'PR',
  '32': 'PR',
  '45': 'CO',
  '96': 'PR',
  '97': 'CO',
  '119': 'PR',
  '151': 'CO',
  '179': 'PR',
  '197': 'CO',
  '198': 'CO',
  '284': 'CO',
  '288': 'CO',
  '296': 'CO',
  '302': 'CO',
  B7: 'CO',
  B13: 'CO',
} as const satisfies Record<string, GivenReason['group']>;
type EngineCode = keyof typeof engineReasons;

/** The figures of a finding, before it says what it found. */
export type Figures = Record<string, string | number | null>;

const reasonOf = (code: EngineCode): GivenReason => ({ code, group: engineReasons[code] });

/** A finding that decides the line. */
export function refusal<Rule extends RuleName>(
  rule: Rule,
  found: Found<Rule>,
  code: EngineCode,
  figures: Figures,
): Finding {
  return { rule, effect: 'refuse', reason: reasonOf(code), figures: { found, ...figures } };
}

/** A finding that lowers what is approved. */
export function reduction<Rule extends RuleName>(
  rule: Rule,
  found: Found<Rule>,
  code: EngineCode,
  figures: Figures,
): Finding {
  return { rule, effect: 'reduce', reason: reasonOf(code), figures: { found, ...figures } };
}

/** A finding that changes nothing but keeps the claim from straight-through. */
export function note<Rule extends RuleName>(rule: Rule, found: Found<Rule>, figures: Figures): Finding {
  return { rule, effect: 'note', reason: null, figures: { found, ...figures } };
}

import type { RiskRule } from '../../../../schema/domain/risk/flag.ts';
import type { RiskSettings } from '../../../../schema/domain/risk/settings.ts';
import { type PutRiskRules, putRiskRulesForm } from '../../../../schema/forms/put-risk-rules.ts';
import { riskRules } from '../../../../views/hmo/risk/risk-words.ts';
import type { RuleEntry } from '../../../../views/hmo/risk/rules-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import type { SentForm } from '../../../command.ts';
import { formErrors } from '../../form-errors.ts';

/** Every rule as it stands in the form. */
export type RulesEntry = Record<RiskRule, RuleEntry>;

const byRule = (entryOf: (rule: RiskRule) => RuleEntry): RulesEntry =>
  Object.fromEntries(riskRules.map((rule) => [rule, entryOf(rule)])) as RulesEntry;

/** The rules in force, as they stand in the form. */
export function entryOfRules(risk: RiskSettings): RulesEntry {
  return byRule((rule) => {
    const { on, weight, ...rest } = risk[rule];
    const thresholds: Record<string, string> = {};
    let groups: readonly string[] | null = null;
    for (const [name, value] of Object.entries(rest)) {
      if (typeof value === 'number') thresholds[name] = String(value);
      if (Array.isArray(value)) groups = value;
    }
    return { on, weight: String(weight), thresholds, groups };
  });
}

/** The rules as typed: the same fields as those in force have. */
export function readRulesEntry(form: SentForm, inForce: RiskSettings): RulesEntry {
  const before = entryOfRules(inForce);
  return byRule((rule) => ({
    on: form.get(`${rule}.on`) !== '',
    weight: form.get(`${rule}.weight`).trim(),
    thresholds: Object.fromEntries(
      Object.keys(before[rule].thresholds).map((name) => [name, form.get(`${rule}.${name}`).trim()]),
    ),
    groups: before[rule].groups === null ? null : form.all(`${rule}.groups`),
  }));
}

const figureOf = (text: string): number | undefined =>
  /^\d{1,9}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined;

/** What was typed as a command's input, or what is wrong in which field. */
export function readRules(entry: RulesEntry): { input: PutRiskRules } | { errors: FormErrors } {
  const rules = Object.fromEntries(
    riskRules.map((rule) => {
      const { on, weight, thresholds, groups } = entry[rule];
      const figures = Object.fromEntries(
        Object.entries(thresholds).map(([name, text]) => [name, figureOf(text)]),
      );
      return [rule, { on, weight: figureOf(weight), ...figures, ...(groups === null ? {} : { groups }) }];
    }),
  );
  const parsed = putRiskRulesForm.safeParse({ rules });
  if (parsed.success) return { input: parsed.data };
  const errors = Object.entries(formErrors(parsed.error));
  return { errors: Object.fromEntries(errors.map(([field, text]) => [field.replace(/^rules\./, ''), text])) };
}

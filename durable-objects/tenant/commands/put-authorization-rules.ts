import { type AutoRule, conditionsOf } from '../../../schema/domain/authorizations/auto-rules.ts';
import { type FieldError, refuse } from '../../../schema/domain/refusal.ts';
import type { TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import type { PutAuthorizationRules } from '../../../schema/forms/authorization-rules.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantHandler } from '../handler.ts';
import { serviceKey } from '../memory/services.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';

type Rule = PutAuthorizationRules['rules'][number];

/** Everything a rule names by its code, and where that is. */
const namedBy = (memory: TenantMemory, { plans, services, groups }: Rule) => [
  ...plans.map((code, i) => ({ field: `plans.${i}`, what: 'plan', code, shelf: memory.plans, key: code })),
  ...services.map((code, i) => ({
    field: `services.${i}`,
    what: 'service',
    code,
    shelf: memory.services,
    key: serviceKey.code(code),
  })),
  ...groups.map((code, i) => ({
    field: `groups.${i}`,
    what: 'group of services',
    code,
    shelf: memory.serviceGroups,
    key: code,
  })),
];

/** Every fault of the rules: what they name is not there, two have one name, one was never tried as it is. */
function faultsOf(
  rules: readonly Rule[],
  tried: readonly AutoRule['tried'][],
  memory: TenantMemory,
): FieldError[] {
  const names = new Set<string>();
  return rules.flatMap((rule, nth) => {
    const errors: FieldError[] = namedBy(memory, rule)
      .filter(({ shelf, key }) => shelf.get(key) === null)
      .map(({ field, what, code }) => ({
        field: `rules.${nth}.${field}`,
        message: `There is no ${what} ${code}.`,
      }));
    if (names.has(rule.name))
      errors.push({ field: `rules.${nth}.name`, message: 'Another rule has this name.' });
    names.add(rule.name);
    if (rule.on && !tried[nth])
      errors.push({
        field: `rules.${nth}.on`,
        message: 'Try this rule on the last 90 days as it is now, then switch it on.',
      });
    return errors;
  });
}

/** The trial of exactly these conditions, the latest; null: they were never tried. */
function trialOf(rule: Rule, { ruleTrials, autoRules }: TenantSettings): AutoRule['tried'] {
  const conditions = conditionsOf(rule);
  const kept = autoRules.flatMap(({ tried }) => tried ?? []);
  return [...kept, ...ruleTrials].findLast((trial) => trial.conditions === conditions) ?? null;
}

/** Says which requests are answered at once. A rule that was never tried in its present form cannot be switched on. */
export const putAuthorizationRules: TenantHandler<'PutAuthorizationRules'> = {
  wants: (memory, { rules }) =>
    rules.flatMap((rule) => namedBy(memory, rule).map(({ shelf, key }): Want => ({ shelf, key }))),
  decide: ({ rules }, { memory }) => {
    const settings = memory.settings.get(only);
    if (settings === null) throw new Error('a tenant without settings takes no command');
    const tried = rules.map((rule) => trialOf(rule, settings));
    const errors = faultsOf(rules, tried, memory);
    if (errors[0]) return refuse('invalid', errors[0].message, errors);
    const autoRules = rules.map((rule, nth): AutoRule => ({ ...rule, tried: tried[nth] ?? null }));
    memory.settings.put({ ...settings, autoRules });
    const on = rules.filter((rule) => rule.on).length;
    return {
      outcome: { rules: rules.length, on },
      subject: 'tenant',
      // Conditions by their fingerprint: the diagnoses among them are nobody's, and stand with the settings.
      data: {
        rules: rules.map((rule) => ({ name: rule.name, on: rule.on, conditions: conditionsOf(rule) })),
      },
      did: {},
    };
  },
};

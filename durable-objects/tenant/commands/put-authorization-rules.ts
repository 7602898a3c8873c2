import { type AutoRule, conditionsOf, isTriedNow } from '../../../schema/domain/authorizations/auto-rules.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
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

/** A rule with the trial of exactly its conditions, and whether that lets it be on. */
interface Tried {
  tried: AutoRule['tried'];
  mayBeOn: boolean;
}

/** Every fault of the rules: what they name is not there, two have one name, one is switched on that was not tried as it is. */
function faultsOf(rules: readonly Rule[], trials: readonly Tried[], memory: TenantMemory): FieldError[] {
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
    if (rule.on && !trials[nth]?.mayBeOn)
      errors.push({
        field: `rules.${nth}.on`,
        message: 'Try this rule on the last 90 days as it is now, then switch it on.',
      });
    return errors;
  });
}

/** The trial of exactly these conditions, the latest. What is on already stays on; to be switched on it was tried just now. */
function trialOf(rule: Rule, { ruleTrials, autoRules }: TenantSettings, at: Moment): Tried {
  const conditions = conditionsOf(rule);
  const kept = autoRules.flatMap((each) => each.tried ?? []);
  const tried = [...kept, ...ruleTrials].findLast((trial) => trial.conditions === conditions) ?? null;
  const isOn = autoRules.some((each) => each.on && conditionsOf(each) === conditions);
  return { tried, mayBeOn: isOn || isTriedNow(tried, at) };
}

/** Says which requests are answered at once. A rule that was not tried lately in its present form cannot be switched on. */
export const putAuthorizationRules: TenantHandler<'PutAuthorizationRules'> = {
  wants: (memory, { rules }) =>
    rules.flatMap((rule) => namedBy(memory, rule).map(({ shelf, key }): Want => ({ shelf, key }))),
  decide: ({ rules }, { memory, at }) => {
    const settings = memory.settings.get(only);
    if (settings === null) throw new Error('a tenant without settings takes no command');
    const trials = rules.map((rule) => trialOf(rule, settings, at));
    const errors = faultsOf(rules, trials, memory);
    if (errors[0]) return refuse('invalid', errors[0].message, errors);
    const autoRules = rules.map((rule, nth): AutoRule => ({ ...rule, tried: trials[nth]?.tried ?? null }));
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

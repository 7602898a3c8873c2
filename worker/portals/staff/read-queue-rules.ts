import type { QueueRule } from '../../../schema/domain/claims/queue-rule.ts';
import type { Ranking } from '../../../schema/domain/claims/rank.ts';
import { formatMoney, parseMoney } from '../../../schema/domain/money.ts';
import { type PutQueueRules, putQueueRulesForm } from '../../../schema/forms/queue.ts';
import {
  blankRule,
  type QueueRulesEntry,
  type RuleEntry,
} from '../../../views/hmo/queue-rules/queue-rules-page.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import type { SentForm } from '../../command.ts';
import { formErrors } from '../form-errors.ts';

const fields = [
  'name',
  'hours',
  'facilityId',
  'clientCode',
  'planCode',
  'serviceGroup',
  'encounterType',
  'amountFrom',
  'amountTo',
] as const;
/** More lines than this are nobody's. */
const lines_max = 60;

/** The rules in force, as they stand in the form. */
export function entryOfQueueRules({ highValue, queueRules }: Ranking, currency: string): QueueRulesEntry {
  const money = (amount: number | null) => (amount === null ? '' : formatMoney(amount, currency));
  return {
    highValue: formatMoney(highValue, currency),
    rules: queueRules.map((rule) => ({
      name: rule.name,
      hours: String(rule.hours).replace('-', '−'),
      facilityId: rule.facilityId ?? '',
      clientCode: rule.clientCode ?? '',
      planCode: rule.planCode ?? '',
      serviceGroup: rule.serviceGroup ?? '',
      encounterType: rule.encounterType ?? '',
      amountFrom: money(rule.amountFrom),
      amountTo: money(rule.amountTo),
    })),
  };
}

/** The rules as typed, in the order of their lines; what was left blank is no rule. */
export function readQueueRulesEntry(form: SentForm): QueueRulesEntry {
  const numbers = form.names.flatMap((name) => /^rules\.(\d{1,4})\./.exec(name)?.[1] ?? []);
  const lines = [...new Set(numbers.map(Number))].sort((a, b) => a - b).slice(0, lines_max);
  const removed = form.get('remove');
  const rules = lines
    .filter((nth) => String(nth) !== removed)
    .map((nth): RuleEntry => {
      const typed = fields.map((field) => [field, form.get(`rules.${nth}.${field}`).trim()]);
      return { ...blankRule, ...Object.fromEntries(typed) };
    })
    .filter((rule) => fields.some((field) => rule[field] !== ''));
  return {
    highValue: form.get('highValue').trim(),
    rules: form.get('add') === '' ? rules : [...rules, blankRule],
  };
}

const hoursOf = (text: string): number | undefined => {
  const plain = text.replace('−', '-');
  return /^[+-]?\d{1,6}$/.test(plain) ? Number(plain) : undefined;
};

/** An amount that may be left out; undefined: it is none. */
const amountOf = (text: string): number | null | undefined =>
  text === '' ? null : (parseMoney(text) ?? undefined);

function ruleOf(rule: RuleEntry): Record<keyof QueueRule, unknown> {
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    name: rule.name,
    hours: hoursOf(rule.hours),
    facilityId: orNull(rule.facilityId),
    clientCode: orNull(rule.clientCode.toUpperCase()),
    planCode: orNull(rule.planCode),
    serviceGroup: orNull(rule.serviceGroup),
    encounterType: orNull(rule.encounterType),
    amountFrom: amountOf(rule.amountFrom),
    amountTo: amountOf(rule.amountTo),
  };
}

const notMoney = 'Enter an amount, for example 250,000.00, or leave it empty.';

/** What was typed as a command's input, or what is wrong in which field. */
export function readQueueRules(entry: QueueRulesEntry): { input: PutQueueRules } | { errors: FormErrors } {
  const highValue = parseMoney(entry.highValue);
  const asked = { highValue: highValue ?? undefined, rules: entry.rules.map(ruleOf) };
  const parsed = putQueueRulesForm.safeParse(asked);
  if (parsed.success) return { input: parsed.data };
  const errors = Object.entries(formErrors(parsed.error)).map(([field, message]) => {
    const [, nth, name] = /^rules\.(\d+)\.(amountFrom|amountTo)$/.exec(field) ?? [];
    const typed =
      name === undefined ? '' : (entry.rules[Number(nth)]?.[name === 'amountTo' ? name : 'amountFrom'] ?? '');
    return [field, typed !== '' && parseMoney(typed) === null ? notMoney : message];
  });
  const found: FormErrors = Object.fromEntries(errors);
  return {
    errors: highValue === null ? { ...found, highValue: 'Enter an amount, for example 500,000.00.' } : found,
  };
}

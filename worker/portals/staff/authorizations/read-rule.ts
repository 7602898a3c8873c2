import type { AutoRule } from '../../../../schema/domain/authorizations/auto-rules.ts';
import { formatMoney, parseMoney } from '../../../../schema/domain/money.ts';
import { putAuthorizationRulesForm } from '../../../../schema/forms/authorization-rules.ts';
import type { RuleEntry } from '../../../../views/hmo/authorizations/rule-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import type { SentForm } from '../../../command.ts';
import { formErrors } from '../../form-errors.ts';

const spanOf = ({ from, to }: { from: string; to: string }) => (from === to ? from : `${from}-${to}`);

/** A rule as it stands in the form. */
export function entryOfRule(rule: AutoRule | null, currency: string): RuleEntry {
  const { frequency = null, amountMax = 0 } = rule ?? {};
  return {
    name: rule?.name ?? '',
    on: rule?.on ?? false,
    plans: rule?.plans.join(', ') ?? '',
    services: rule?.services.join(', ') ?? '',
    groups: rule?.groups.join(', ') ?? '',
    amountMax: amountMax === 0 ? '' : formatMoney(amountMax, currency),
    quantityMax: String(rule?.quantityMax ?? 1),
    facilityKinds: rule?.facilityKinds ?? [],
    urgencies: rule?.urgencies ?? [],
    diagnoses: rule?.diagnoses.map(spanOf).join(', ') ?? '',
    times: frequency === null ? '' : String(frequency.times),
    days: frequency === null ? '' : String(frequency.days),
    riskMax: String(rule?.riskMax ?? 30),
  };
}

/** A rule as typed. */
export function readRuleEntry(form: SentForm): RuleEntry {
  const text = (name: string) => form.get(name).trim();
  return {
    name: text('name'),
    on: text('on') !== '',
    plans: text('plans'),
    services: text('services'),
    groups: text('groups'),
    amountMax: text('amountMax'),
    quantityMax: text('quantityMax'),
    facilityKinds: form.all('facilityKinds'),
    urgencies: form.all('urgencies'),
    diagnoses: text('diagnoses'),
    times: text('times'),
    days: text('days'),
    riskMax: text('riskMax'),
  };
}

const partsOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
const wholeOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

function spansOf(text: string) {
  return partsOf(text).map((part) => {
    const [from = '', to = from] = part.split(/\s*[-–]\s*/);
    return { from, to };
  });
}

/** Errors of the one rule that was sent, by the fields of the page. */
export function byRuleFields(errors: FormErrors, nth: number): FormErrors {
  const prefix = `rules.${nth}.`;
  const named = Object.entries(errors).map(([field, message]) => {
    const own = field.startsWith(prefix) ? field.slice(prefix.length) : field;
    const [name = ''] = own.split('.');
    return [own.startsWith('frequency.') ? own.slice('frequency.'.length) : name, message];
  });
  return Object.fromEntries(named);
}

/** What was typed as a rule, or what is wrong in which field. */
export function readRule(entry: RuleEntry) {
  const { times, days } = entry;
  const rule = {
    name: entry.name,
    on: entry.on,
    plans: partsOf(entry.plans),
    services: partsOf(entry.services),
    groups: partsOf(entry.groups),
    amountMax: parseMoney(entry.amountMax) ?? undefined,
    quantityMax: wholeOf(entry.quantityMax),
    facilityKinds: entry.facilityKinds,
    urgencies: entry.urgencies,
    diagnoses: spansOf(entry.diagnoses),
    frequency: times === '' && days === '' ? null : { times: wholeOf(times), days: wholeOf(days) },
    riskMax: wholeOf(entry.riskMax),
  };
  const parsed = putAuthorizationRulesForm.safeParse({ rules: [rule] });
  const [read] = parsed.success ? parsed.data.rules : [];
  return read ? { rule: read } : { errors: parsed.error ? byRuleFields(formErrors(parsed.error), 0) : {} };
}

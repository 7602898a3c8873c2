import { formatMoney, parseMoney } from '../../../schema/domain/money.ts';
import type { TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import { type PutClaimRules, putClaimRulesForm } from '../../../schema/forms/put-claim-rules.ts';
import type { ClaimRulesEntry } from '../../../views/hmo/claim-rules-page.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import type { SentForm } from '../../command.ts';
import { formErrors } from '../form-errors.ts';

type Rules = Pick<TenantSettings, 'filingWindowDays' | 'receivesAutomatically' | 'straightThrough'>;

/** The rules in force, as they stand in the form. */
export function entryOfRules(rules: Rules, currency: string): ClaimRulesEntry {
  const { filingWindowDays, receivesAutomatically, straightThrough } = rules;
  return {
    filingWindowDays: filingWindowDays === null ? '' : String(filingWindowDays),
    receivesAutomatically,
    on: straightThrough.on,
    name: straightThrough.name,
    amountMax: formatMoney(straightThrough.amountMax, currency),
    riskMax: String(straightThrough.riskMax),
    sampleOneIn: String(straightThrough.sampleOneIn),
  };
}

/** The rules as typed. */
export function readRulesEntry(form: SentForm): ClaimRulesEntry {
  return {
    filingWindowDays: form.get('filingWindowDays').trim(),
    receivesAutomatically: form.get('receivesAutomatically') !== '',
    on: form.get('on') !== '',
    name: form.get('name'),
    amountMax: form.get('amountMax').trim(),
    riskMax: form.get('riskMax').trim(),
    sampleOneIn: form.get('sampleOneIn').trim(),
  };
}

const wholeOf = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** Fields of the command stand within each other, those of the form beside each other. */
const flat = (errors: FormErrors): FormErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [field.replace(/^straightThrough\./, ''), message]),
  );

/** What was typed as a command's input, or what is wrong in which field. */
export function readRules(entry: ClaimRulesEntry): { input: PutClaimRules } | { errors: FormErrors } {
  const amountMax = parseMoney(entry.amountMax);
  const parsed = putClaimRulesForm.safeParse({
    filingWindowDays: entry.filingWindowDays === '' ? null : wholeOf(entry.filingWindowDays),
    receivesAutomatically: entry.receivesAutomatically,
    straightThrough: {
      on: entry.on,
      name: entry.name,
      amountMax: amountMax ?? undefined,
      riskMax: wholeOf(entry.riskMax),
      sampleOneIn: wholeOf(entry.sampleOneIn),
    },
  });
  if (parsed.success) return { input: parsed.data };
  const errors = flat(formErrors(parsed.error));
  return {
    errors: amountMax === null ? { ...errors, amountMax: 'Enter an amount, for example 25,000.00.' } : errors,
  };
}

import { type PutService, putServiceForm } from '../../../../schema/forms/put-service.ts';
import type { Entry } from '../../../../views/hmo/plans/entry.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import type { ServiceRow } from '../../../queries/services-page.ts';
import { formErrors } from '../../form-errors.ts';
import { moneyText } from '../plans/entries.ts';
import { FieldReader } from '../plans/read-fields.ts';

const text = (value: string | number | null): string => (value === null ? '' : String(value));

/** A service as it stands in its form; left out: a new one. */
export function entryOfService(service?: ServiceRow): Entry {
  const parts = (service?.parts ?? []).map((code, i) => [`parts.${i}`, [code]] as const);
  return {
    code: [service?.code ?? ''],
    name: [service?.name ?? ''],
    group: [service?.group ?? ''],
    unit: [service?.unit ?? 'each'],
    price: [moneyText(service?.price ?? null)],
    active: [service?.active === false ? '' : '1'],
    sex: [service?.sex ?? ''],
    ageFrom: [text(service?.ageFrom ?? null)],
    ageTo: [text(service?.ageTo ?? null)],
    minIntervalDays: [text(service?.minIntervalDays ?? null)],
    consultationLevel: [text(service?.consultationLevel ?? null)],
    ...Object.fromEntries(parts),
  };
}

/** A service as it was typed, or every field's mistake. A new one is known to integrators by its code. */
export function readService(
  entry: Entry,
  { externalId, code, currency }: { externalId: string | null; code: string; currency: string },
): { service: PutService | null; errors: FormErrors } {
  const fields = new FieldReader(entry);
  const price = fields.money('price');
  const typed = {
    externalId: externalId ?? code,
    code,
    name: fields.text('name'),
    group: fields.text('group'),
    unit: fields.text('unit'),
    ...(price === null ? {} : { price, currency }),
    active: fields.ticked('active'),
    sex: fields.text('sex') || undefined,
    ageFrom: fields.whole('ageFrom') ?? undefined,
    ageTo: fields.whole('ageTo') ?? undefined,
    minIntervalDays: fields.whole('minIntervalDays') ?? undefined,
    consultationLevel: fields.whole('consultationLevel') ?? undefined,
    parts: fields.rows('parts'),
  };
  const parsed = putServiceForm.safeParse(typed);
  // Whoever types a code is not told of the integrator's id that follows from it.
  const { externalId: _, ...errors } = parsed.success ? {} : formErrors(parsed.error);
  return { service: parsed.success ? parsed.data : null, errors: { ...errors, ...fields.errors } };
}

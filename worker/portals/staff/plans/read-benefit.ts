import type { Benefit } from '../../../../schema/domain/plans/plan.ts';
import { benefitForm } from '../../../../schema/forms/plan-rules.ts';
import type { Entry } from '../../../../views/hmo/plans/entry.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { formErrors } from '../../form-errors.ts';
import { fieldOfForm } from './problem-of.ts';
import { FieldReader } from './read-fields.ts';

/** The co-pay of the kind that was chosen: what was typed for another kind does not count. */
function coPayIn(fields: FieldReader): Benefit['coPay'] {
  const [flat, percent, cap] = [
    fields.money('coPay.flat'),
    fields.whole('coPay.percent'),
    fields.money('coPay.cap'),
  ];
  const kind = fields.text('coPay.kind');
  if (kind === 'flat') return { flat, percent: null, cap };
  if (kind === 'percent') return { flat: null, percent, cap };
  return null;
}

const or = <Value>(text: string, otherwise: Value): string | Value => (text === '' ? otherwise : text);

function typedIn(fields: FieldReader) {
  const most = fields.whole('count.most');
  return {
    code: fields.text('code'),
    name: fields.text('name'),
    category: fields.text('category'),
    within: or(fields.text('within').toUpperCase(), null),
    groups: fields.all('groups'),
    services: fields.rows('services'),
    limits: {
      visit: fields.money('limits.visit'),
      period: fields.money('limits.period'),
      lifetime: fields.money('limits.lifetime'),
      sharedBy: or(fields.text('limits.sharedBy'), undefined),
    },
    count: most === null ? null : { most, of: fields.text('count.of') },
    minDaysBetween: fields.whole('minDaysBetween'),
    coPay: coPayIn(fields),
    deductible: fields.money('deductible'),
    waitingDays: fields.whole('waitingDays') ?? 0,
    who: {
      sex: or(fields.text('who.sex'), null),
      ageFrom: fields.whole('who.ageFrom'),
      ageTo: fields.whole('who.ageTo'),
      relations: fields.all('who.relations'),
    },
    where: {
      setting: or(fields.text('where.setting'), undefined),
      levels: fields.all('where.levels'),
      primaryOnly: fields.ticked('where.primaryOnly'),
      referral: fields.ticked('where.referral'),
    },
    authorization: {
      need: or(fields.text('authorization.need'), undefined),
      above: fields.text('authorization.need') === 'above' ? fields.money('authorization.above') : null,
    },
  };
}

/** A benefit as it was typed into the form, or every field's mistake; its exclusions have a page of their own. */
export function readBenefit(
  entry: Entry,
  exclusions: Benefit['exclusions'],
): { benefit: Benefit | null; errors: FormErrors } {
  const fields = new FieldReader(entry);
  const parsed = benefitForm.safeParse({ ...typedIn(fields), exclusions });
  const shape = parsed.success ? {} : formErrors(parsed.error);
  const named = Object.entries(shape).map(([field, message]) => [fieldOfForm(field), message]);
  return {
    benefit: parsed.success ? parsed.data : null,
    errors: { ...Object.fromEntries(named), ...fields.errors },
  };
}

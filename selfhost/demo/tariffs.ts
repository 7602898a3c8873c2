import { addDays, type CalendarDate } from '../../schema/domain/dates.ts';
import type { PutPrices } from '../../schema/forms/put-prices.ts';
import { type DemoFacility, demoFacilities, type FacilityKey } from './organisations.ts';
import { demoServices, standardPrice } from './services.ts';

/** What was agreed with one facility. */
interface Agreement {
  /** the rest is at the tenant's standard prices */
  groups: readonly string[];
  /** of these groups prices went up so many days before the demo, by so many percent */
  raised: { groups: readonly string[]; daysAgo: number; percent: number };
  /** what its system still bills a tenth too high */
  wronglyBilled: readonly string[];
}

const clinical = ['consultation', 'laboratory', 'drug', 'procedure', 'consumable'];

const agreements: Readonly<Record<FacilityKey, Agreement>> = {
  'lagoon-view': {
    groups: [...clinical, 'imaging', 'admission', 'maternity'],
    raised: { groups: ['consultation', 'admission'], daysAgo: 45, percent: 8 },
    wronglyBilled: ['PHA-120', 'PHA-124', 'LAB-190', 'RAD-020'],
  },
  marigold: {
    groups: clinical,
    raised: { groups: ['drug'], daysAgo: 30, percent: 6 },
    wronglyBilled: ['LAB-120', 'PHA-171'],
  },
  baobab: {
    groups: [...clinical, 'imaging', 'admission', 'maternity', 'dental', 'optical'],
    raised: { groups: ['imaging', 'maternity'], daysAgo: 60, percent: 10 },
    wronglyBilled: ['CSM-001', 'LAB-110', 'OPT-020', 'PHA-150'],
  },
};

/** A facility whose prices go up has them in its system before they hold. */
const EARLY_DAYS = 9;
const WRONGLY_BILLED_PERCENT = 110;

const toFifty = (kobo: number) => Math.round(kobo / 5000) * 5000;
const groupOf = (code: string) => demoServices.find((service) => service.code === code)?.group ?? '';
const isRaised = (key: FacilityKey, code: string) => agreements[key].raised.groups.includes(groupOf(code));

/** What was agreed in the end, and what held before it went up. */
function pricesOf({ key, pricePercent }: DemoFacility, code: string): { before: number; now: number } {
  const now = toFifty((standardPrice(code) * pricePercent) / 100);
  return {
    before: isRaised(key, code) ? toFifty((now * 100) / (100 + agreements[key].raised.percent)) : now,
    now,
  };
}

/** The dated prices of one facility. */
function tariffOf(facility: DemoFacility, began: CalendarDate, today: CalendarDate): PutPrices {
  const { groups, raised } = agreements[facility.key];
  const codes = demoServices
    .filter(({ group }) => groups.includes(group))
    .map(({ externalId }) => externalId);
  const prices = codes.flatMap((service) => {
    const { before, now } = pricesOf(facility, service);
    const first = { service, from: began, price: before };
    return before === now ? [first] : [first, { service, from: addDays(today, -raised.daysAgo), price: now }];
  });
  return { tariff: facility.id, prices };
}

/** What was agreed with every facility; the standard prices stand with the services. */
export function demoTariffs(began: CalendarDate, today: CalendarDate): PutPrices[] {
  return demoFacilities.map((facility) => tariffOf(facility, began, today));
}

/** What the facility bills for a service on a day: mostly what was agreed, sometimes too early or too much. */
export function billedPrice(
  code: string,
  facility: DemoFacility,
  date: CalendarDate,
  today: CalendarDate,
): number {
  const { groups, raised, wronglyBilled } = agreements[facility.key];
  const { before, now } = pricesOf(facility, code);
  const entered = addDays(today, -raised.daysAgo - EARLY_DAYS);
  const agreed = date < entered ? before : now;
  if (wronglyBilled.includes(code)) return toFifty((agreed * WRONGLY_BILLED_PERCENT) / 100);
  // nothing was agreed beyond the standard price, and what is dearer is not paid
  return groups.includes(groupOf(code)) ? agreed : Math.min(agreed, standardPrice(code));
}

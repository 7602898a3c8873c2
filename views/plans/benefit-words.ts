import type { Relation } from '../../schema/domain/ids.ts';
import type { Benefit, CareSetting, CoPay, CountLimit, Exclusion } from '../../schema/domain/plans/plan.ts';
import { amountWords } from './amount-words.ts';
import type { PlanNames } from './names.ts';

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** `30 days`, `1 day`. */
const daysWords = (days: number): string => counted(days, 'day', 'days');

const units: Readonly<Record<CountLimit['of'], readonly [one: string, many: string]>> = {
  visits: ['visit', 'visits'],
  days: ['day', 'days'],
  sessions: ['session', 'sessions'],
  units: ['unit', 'units'],
};

/** What it pays for: groups by their names, then single services. */
export function coversWords(
  { groups, services }: Pick<Benefit, 'groups' | 'services'>,
  names: PlanNames,
): string[] {
  const groupName = (code: string) => names.groups.find((group) => group.code === code)?.name ?? code;
  return [...groups.map(groupName), ...services.map((code) => names.services[code] ?? code)];
}

/** Whether it has a limit of its own. */
export const hasLimit = ({ limits, count, minDaysBetween }: Benefit): boolean =>
  [limits.period, limits.visit, limits.lifetime, count, minDaysBetween].some((each) => each !== null);

/** How much and how often. */
export function limitWords({ limits, count, minDaysBetween }: Benefit, { currency }: PlanNames): string[] {
  const shared = limits.sharedBy === 'family' ? ', shared by the family' : '';
  const words: string[] = [];
  if (limits.period !== null) words.push(`Up to ${amountWords(limits.period, currency)} a year${shared}`);
  if (limits.visit !== null) words.push(`Up to ${amountWords(limits.visit, currency)} a visit`);
  if (limits.lifetime !== null)
    words.push(`Up to ${amountWords(limits.lifetime, currency)} in a lifetime${shared}`);
  if (count !== null) words.push(`At most ${counted(count.most, ...units[count.of])} a year`);
  if (minDaysBetween !== null) words.push(`${daysWords(minDaysBetween)} between two uses`);
  return words.length === 0 ? ['No limit of its own'] : words;
}

function coPayWords({ flat, percent, cap }: CoPay, currency: string): string {
  const most = cap === null ? '' : `, at most ${amountWords(cap, currency)} a visit`;
  if (flat !== null) return `${amountWords(flat, currency)} a visit${most}`;
  return `${percent ?? 0}% of each service${most}`;
}

/** What the enrollee pays. */
export function payWords({ coPay, deductible }: Benefit, { currency }: PlanNames): string[] {
  const words: string[] = [];
  if (deductible !== null) words.push(`The first ${amountWords(deductible, currency)} of a year`);
  if (coPay !== null) words.push(coPayWords(coPay, currency));
  return words.length === 0 ? ['Nothing'] : words;
}

/** From when on it can be used. */
export const waitingWords = ({ waitingDays }: Benefit): string =>
  waitingDays === 0 ? 'From the first day' : `${daysWords(waitingDays)} after joining`;

const people: Readonly<Record<Relation, string>> = {
  principal: 'principals',
  spouse: 'spouses',
  child: 'children',
  other: 'other dependants',
};

function ageWords(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return from === to ? `aged ${from}` : `aged ${from} to ${to}`;
  if (from !== null) return `aged ${from} or more`;
  return to === null ? '' : `aged up to ${to}`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Whom it is for: `Women aged 15 to 50, principals and spouses`. */
export function whoWords({ who: { sex, ageFrom, ageTo, relations } }: Benefit): string {
  const age = ageWords(ageFrom, ageTo);
  const whose = listed.format(relations.map((relation) => people[relation]));
  const sexed = sex === null ? '' : { female: 'women and girls', male: 'men and boys' }[sex];
  if (sexed === '' && whose === '') return age === '' ? 'Everybody covered' : capital(`people ${age}`);
  const [first, second] = sexed === '' ? [whose, ''] : [sexed, whose];
  return capital([[first, age].filter(Boolean).join(' '), second].filter(Boolean).join(', '));
}

const settings: Readonly<Record<CareSetting | 'both', string>> = {
  both: 'With or without admission',
  inpatient: 'During an admission',
  outpatient: 'Without admission',
};

/** Where it can be used. */
export function whereWords({ where: { setting, levels, primaryOnly, referral } }: Benefit): string[] {
  const words = [settings[setting]];
  if (primaryOnly) words.push('at the primary facility only, except in an emergency');
  if (levels.length > 0) words.push(`at ${either.format(levels)} facilities`);
  if (referral) words.push('with a referral');
  return words;
}

/** When permission is asked first. */
export function permissionWords(
  { authorization: { need, above } }: Benefit,
  { currency }: PlanNames,
): string {
  if (need === 'always') return 'Always ask first';
  if (need === 'above' && above !== null) return `Ask first above ${amountWords(above, currency)}`;
  return 'Not needed';
}

/** Every condition that is stated, one a line; what holds for everybody, everywhere and at once is not said. */
export function conditionWords(benefit: Benefit, names: PlanNames): string[] {
  const { waitingDays, who, where, authorization } = benefit;
  const words: string[] = [];
  if (waitingDays > 0) words.push(`From ${waitingWords(benefit)}`);
  if (who.sex !== null || who.ageFrom !== null || who.ageTo !== null || who.relations.length > 0)
    words.push(whoWords(benefit));
  const [setting = '', ...places] = whereWords(benefit);
  const stated = where.setting === 'both' ? places : [setting, ...places];
  if (stated.length > 0) words.push(capital(stated.join(', ')));
  if (authorization.need !== 'never') words.push(permissionWords(benefit, names));
  return words;
}

/** What codes an exclusion is about: for staff, beside its wording. */
export function excludedWords({ services, groups, diagnoses }: Exclusion, names: PlanNames): string[] {
  const ranges = diagnoses.map(({ from, to }) => (from === to ? from : `${from}–${to}`));
  return [...coversWords({ services, groups }, names), ...ranges.map((range) => `diagnosis ${range}`)];
}

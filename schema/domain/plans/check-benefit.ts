import type { FieldError } from '../refusal.ts';
import type {
  AuthorizationNeed,
  Benefit,
  BenefitCategory,
  CareSetting,
  CoPay,
  MoneyLimits,
  PlanRules,
  Where,
  Who,
} from './plan.ts';

const noLimit = 'Enter more than 0, or leave it empty for no limit.';

function checkLimits({ visit, period, lifetime }: MoneyLimits): FieldError[] {
  const errors: FieldError[] = [];
  if (visit === 0) errors.push({ field: 'limits.visit', message: noLimit });
  if (period === 0) errors.push({ field: 'limits.period', message: noLimit });
  if (lifetime === 0) errors.push({ field: 'limits.lifetime', message: noLimit });
  if (visit !== null && period !== null && visit > period)
    errors.push({
      field: 'limits.visit',
      message: 'One visit may cost more than the whole year: lower it, or raise the limit per year.',
    });
  if (period !== null && lifetime !== null && period > lifetime)
    errors.push({
      field: 'limits.period',
      message: 'One year may cost more than a lifetime: lower it, or raise the lifetime limit.',
    });
  return errors;
}

/** What a co-pay of no meaning is told: either a flat amount or a percentage, and a cap that can be reached. */
function checkCoPay({ flat, percent, cap }: CoPay): FieldError[] {
  const errors: FieldError[] = [];
  if (flat === null && percent === null)
    errors.push({
      field: 'coPay.flat',
      message: 'Enter the flat amount or the percentage, or choose no co-pay.',
    });
  if (flat !== null && percent !== null)
    errors.push({ field: 'coPay.percent', message: 'Choose a flat amount or a percentage, not both.' });
  if (flat === 0) errors.push({ field: 'coPay.flat', message: 'Enter more than 0, or choose no co-pay.' });
  if (percent === 0) errors.push({ field: 'coPay.percent', message: 'Enter 1 to 100, or choose no co-pay.' });
  if (percent === 100 && cap === null)
    errors.push({
      field: 'coPay.percent',
      message: 'At 100% the plan pays nothing: enter less, or the most that is taken per visit.',
    });
  if (cap === 0)
    errors.push({ field: 'coPay.cap', message: 'Enter more than 0, or leave it empty for no cap.' });
  if (flat !== null && cap !== null && cap < flat)
    errors.push({ field: 'coPay.cap', message: 'The cap is less than the flat amount: leave it empty.' });
  return errors;
}

function checkWho(who: Who, { dependants }: PlanRules): FieldError[] {
  const errors: FieldError[] = [];
  const { ageFrom, ageTo, relations } = who;
  if (ageFrom !== null && ageTo !== null && ageTo < ageFrom)
    errors.push({ field: 'who.ageTo', message: `Enter ${ageFrom} or more: the youngest age is ${ageFrom}.` });
  const { spouse, childrenUnder, other } = dependants;
  const covered = { principal: true, spouse, child: childrenUnder !== null, other };
  if (relations.length > 0 && !relations.some((relation) => covered[relation]))
    errors.push({
      field: 'who.relations',
      message: 'The plan covers none of these people: choose others, or let the plan cover them.',
    });
  const onlyChildren = relations.length > 0 && relations.every((relation) => relation === 'child');
  if (onlyChildren && childrenUnder !== null && ageFrom !== null && ageFrom >= childrenUnder)
    errors.push({
      field: 'who.ageFrom',
      message: `Enter less than ${childrenUnder}: the plan covers children until that birthday.`,
    });
  return errors;
}

/** The setting that a category means by its name. */
const settings: Partial<Record<BenefitCategory, CareSetting>> = {
  inpatient: 'inpatient',
  outpatient: 'outpatient',
};

function checkWhere({ setting, primaryOnly, referral }: Where, category: BenefitCategory): FieldError[] {
  const errors: FieldError[] = [];
  const meant = settings[category];
  if (meant !== undefined && setting !== 'both' && setting !== meant)
    errors.push({
      field: 'where.setting',
      message: 'The category says the opposite: change the category, or where it can be used.',
    });
  if (primaryOnly && referral)
    errors.push({
      field: 'where.referral',
      message: 'The primary facility needs no referral: choose one of the two.',
    });
  return errors;
}

function checkAuthorization({ need, above }: AuthorizationNeed): FieldError[] {
  if (need === 'above' && (above === null || above === 0))
    return [{ field: 'authorization.above', message: 'Enter the amount above which it is needed.' }];
  if (need !== 'above' && above !== null)
    return [
      { field: 'authorization.above', message: 'Leave the amount empty, or choose “above an amount”.' },
    ];
  return [];
}

/** What is wrong with one benefit by itself; field paths begin within the benefit. */
export function checkBenefit(benefit: Benefit, rules: PlanRules): FieldError[] {
  const { coPay, deductible, limits, who, where, category, authorization } = benefit;
  return [
    ...checkLimits(limits),
    ...(coPay === null ? [] : checkCoPay(coPay)),
    ...(deductible === 0
      ? [{ field: 'deductible', message: 'Enter more than 0, or leave it empty for no deductible.' }]
      : []),
    ...checkWho(who, rules),
    ...checkWhere(where, category),
    ...checkAuthorization(authorization),
  ];
}

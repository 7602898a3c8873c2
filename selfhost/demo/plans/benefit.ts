import { blankBenefit } from '../../../schema/domain/plans/blank-rules.ts';
import type {
  Benefit,
  BenefitCategory,
  CoPay,
  MoneyLimits,
  Where,
  Who,
} from '../../../schema/domain/plans/plan.ts';

/** Whole naira in kobo; null stays none. */
export const naira = <Amount extends number | null>(amount: Amount): Amount =>
  (amount === null ? null : amount * 100) as Amount;

/** What a benefit of the demo states beyond a blank one; amounts in kobo. */
type Stated = Partial<Omit<Benefit, 'code' | 'name' | 'category' | 'limits' | 'who' | 'where' | 'coPay'>> & {
  limits?: Partial<MoneyLimits>;
  who?: Partial<Who>;
  where?: Partial<Where>;
  coPay?: Partial<CoPay> | null;
};

/** A benefit that states this and nothing else. */
export function benefit(code: string, name: string, category: BenefitCategory, stated: Stated): Benefit {
  const blank = blankBenefit(code, name, category);
  const { limits, who, where, coPay, ...rest } = stated;
  return {
    ...blank,
    ...rest,
    limits: { ...blank.limits, ...limits },
    who: { ...blank.who, ...who },
    where: { ...blank.where, ...where },
    coPay: coPay ? { flat: null, percent: null, cap: null, ...coPay } : null,
  };
}

/** Permission is needed above so many naira; null: never. */
export const authorizedAbove = (amount: number | null): Benefit['authorization'] =>
  amount === null ? { need: 'never', above: null } : { need: 'above', above: naira(amount) };

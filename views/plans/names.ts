import type { ServiceGroup } from '../../schema/domain/plans/plan.ts';

/** What codes in a plan's rules are called, and the currency of its figures. */
export interface PlanNames {
  currency: string;
  groups: readonly ServiceGroup[];
  /** services by code; one that is not there is shown by its code */
  services: Readonly<Record<string, string>>;
}

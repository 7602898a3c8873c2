import { checkRules } from '../../../schema/domain/plans/check-rules.ts';
import type { Exclusion, PlanRules } from '../../../schema/domain/plans/plan.ts';
import { type FieldError, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { Want } from '../../actor/book.ts';
import { serviceKey } from '../memory/services.ts';
import type { TenantMemory } from '../memory.ts';

/** What of the catalogue rules name. */
function namedIn({ benefits, exclusions }: PlanRules): { groups: Set<string>; services: Set<string> } {
  const all: readonly Pick<Exclusion, 'groups' | 'services'>[] = [
    ...benefits,
    ...benefits.flatMap((benefit) => benefit.exclusions),
    ...exclusions,
  ];
  return {
    groups: new Set(all.flatMap(({ groups }) => groups)),
    services: new Set(all.flatMap(({ services }) => services)),
  };
}

/** What has to be in memory to check rules. */
export function wantsOfRules(memory: TenantMemory, rules: PlanRules): Want[] {
  const { groups, services } = namedIn(rules);
  return [
    ...[...groups].map((key) => ({ shelf: memory.serviceGroups, key })),
    ...[...services].map((code) => ({ shelf: memory.services, key: serviceKey.code(code) })),
  ];
}

/** What stands in the way of publishing rules in this tenant. */
export const errorsOfRules = (memory: TenantMemory, rules: PlanRules): FieldError[] =>
  checkRules(rules, {
    groupExists: (code) => memory.serviceGroups.get(code) !== null,
    serviceExists: (code) => memory.services.get(serviceKey.code(code)) !== null,
  });

/** A refusal of all these errors; null where there are none. */
export function refuseFor(errors: FieldError[]): Refusal | null {
  const [first] = errors;
  return first === undefined ? null : refuse('invalid', first.message, errors);
}

export const noPlan = (code: string): Refusal => refuse('not_found', `There is no plan ${code}.`);

/** The draft was saved, discarded or published since it was seen. */
export const staleDraft = (draft: { revision: number; savedBy: string; rules: unknown }): Refusal =>
  refuse(
    'stale',
    draft.rules === null
      ? `${draft.savedBy} has published or discarded this draft meanwhile. Look at the plan before you begin another.`
      : `${draft.savedBy} has saved this draft meanwhile (revision ${draft.revision}). Nothing of yours was saved: look at what is there now, then save again.`,
  );

import type { FieldError } from '../refusal.ts';
import type { Benefit } from './plan.ts';

/** What of the tenant's catalogue rules may name. */
export interface MappingFacts {
  groupExists(code: string): boolean;
  serviceExists(code: string): boolean;
}

type Named = 'groups' | 'services';

/** Each code that is named: it exists, and no benefit named it before. */
function codesOf(
  benefits: readonly Benefit[],
  named: Named,
  exists: (code: string) => boolean,
): FieldError[] {
  const what = named === 'groups' ? 'group of services' : 'service';
  const holders = new Map<string, Benefit>();
  return benefits.flatMap((benefit, i) =>
    benefit[named].flatMap((code, j): FieldError[] => {
      const field = `benefits.${i}.${named}.${j}`;
      if (!exists(code))
        return [{ field, message: `There is no ${what} ${code}: take it out, or enter it first.` }];
      const holder = holders.get(code);
      if (holder === undefined) {
        holders.set(code, benefit);
        return [];
      }
      const message =
        holder === benefit
          ? `${code} is named twice here: name it once.`
          : `${code} belongs to ${holder.name} already: a ${what} belongs to one benefit.`;
      return [{ field, message }];
    }),
  );
}

/** Every benefit is for something, and every group and every service is for one benefit only. */
export function checkMapping(benefits: readonly Benefit[], facts: MappingFacts): FieldError[] {
  const around = new Set(benefits.map(({ within }) => within));
  const empty = benefits.flatMap(({ code, groups, services }, i): FieldError[] =>
    groups.length + services.length > 0 || around.has(code)
      ? []
      : [
          {
            field: `benefits.${i}.groups`,
            message: 'Choose the groups or the services that it pays for: nothing belongs to it.',
          },
        ],
  );
  return [
    ...empty,
    ...codesOf(benefits, 'groups', facts.groupExists),
    ...codesOf(benefits, 'services', facts.serviceExists),
  ];
}

import type { FieldError } from '../refusal.ts';
import type { CatalogueService } from './plan.ts';

/** What of the tenant's catalogue a service is checked against. */
export interface CatalogueFacts {
  groupExists(code: string): boolean;
  /** the service of this code; null: there is none */
  find(code: string): Pick<CatalogueService, 'code' | 'unit'> | null;
}

function partErrors(service: CatalogueService, { find }: CatalogueFacts): FieldError[] {
  const { code, unit, parts } = service;
  if (unit !== 'package')
    return parts.length > 0
      ? [{ field: 'parts', message: 'Only a package has parts: choose the unit package, or leave them out.' }]
      : [];
  return parts.flatMap((part, i): FieldError[] => {
    const field = `parts.${i}`;
    if (part === code) return [{ field, message: 'A package is no part of itself: leave it out.' }];
    if (parts.indexOf(part) !== i) return [{ field, message: `${part} is named twice: name it once.` }];
    const found = find(part);
    if (found === null) return [{ field, message: `There is no service ${part}: enter it first.` }];
    if (found.unit === 'package')
      return [{ field, message: `${part} is a package itself: name the services that it holds.` }];
    return [];
  });
}

/**
 * What is wrong with a service of the catalogue (members.md, Plans and benefits): a group that is there, ages in order,
 * parts that are there and are no packages, so that no package can hold itself.
 */
export function checkService(service: CatalogueService, facts: CatalogueFacts): FieldError[] {
  const errors: FieldError[] = [];
  const { group, ageFrom, ageTo } = service;
  if (!facts.groupExists(group))
    errors.push({ field: 'group', message: `There is no group ${group}: choose one that is there.` });
  if (ageFrom !== null && ageTo !== null && ageTo < ageFrom)
    errors.push({
      field: 'ageTo',
      message: `The oldest age is ${ageFrom} or more: the youngest is ${ageFrom}.`,
    });
  return [...errors, ...partErrors(service, facts)];
}

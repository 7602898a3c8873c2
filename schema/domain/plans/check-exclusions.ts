import type { FieldError } from '../refusal.ts';
import type { MappingFacts } from './check-mapping.ts';
import type { Benefit, DiagnosisRange, Exclusion } from './plan.ts';

function checkRange({ from, to }: DiagnosisRange, field: string): FieldError[] {
  // The end holds everything that begins like it, so `O00`–`O0` is in order although it sorts the other way.
  const inOrder = from <= to || from.startsWith(to);
  if (inOrder) return [];
  return [
    { field: `${field}.to`, message: `Enter ${from} or a later code: the range ends before it begins.` },
  ];
}

function checkNames(exclusion: Exclusion, field: string, facts: MappingFacts): FieldError[] {
  const services = exclusion.services.flatMap((code, i) =>
    facts.serviceExists(code)
      ? []
      : [{ field: `${field}.services.${i}`, message: `There is no service ${code}: take it out.` }],
  );
  const groups = exclusion.groups.flatMap((code, i) =>
    facts.groupExists(code)
      ? []
      : [{ field: `${field}.groups.${i}`, message: `There is no group of services ${code}: take it out.` }],
  );
  return [...services, ...groups];
}

/** A group that is given and taken at once. */
function contradictions(exclusion: Exclusion, field: string, benefits: readonly Benefit[]): FieldError[] {
  return exclusion.groups.flatMap((code, i) => {
    const giver = benefits.find(({ groups }) => groups.includes(code));
    if (giver === undefined) return [];
    const message = `${giver.name} is for ${code}: take the group out here or there.`;
    return [{ field: `${field}.groups.${i}`, message }];
  });
}

/**
 * Every exclusion says what it excludes, in codes that exist, with words for people; and takes no whole group that one
 * of the benefits it stands over is for. Field paths begin with `exclusions`.
 */
export function checkExclusions(
  exclusions: readonly Exclusion[],
  facts: MappingFacts,
  { benefits }: { benefits: readonly Benefit[] },
): FieldError[] {
  return exclusions.flatMap((exclusion, i) => {
    const field = `exclusions.${i}`;
    const errors: FieldError[] = [];
    const { services, groups, diagnoses, wording } = exclusion;
    if (services.length + groups.length + diagnoses.length === 0)
      errors.push({
        field: `${field}.services.0`,
        message: 'Name the services, groups or diagnoses it is about.',
      });
    if (wording.trim() === '')
      errors.push({ field: `${field}.wording`, message: 'Write what people are told is not covered.' });
    errors.push(...checkNames(exclusion, field, facts));
    errors.push(...contradictions(exclusion, field, benefits));
    diagnoses.forEach((range, j) => {
      errors.push(...checkRange(range, `${field}.diagnoses.${j}`));
    });
    return errors;
  });
}

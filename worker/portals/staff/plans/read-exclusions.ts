import type { Exclusion } from '../../../../schema/domain/plans/plan.ts';
import { exclusionsForm } from '../../../../schema/forms/plan-rules.ts';
import { type Entry, one } from '../../../../views/hmo/plans/entry.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { formErrors } from '../../form-errors.ts';
import { entryOfExclusions } from './entries.ts';
import { fieldOfForm } from './problem-of.ts';
import { FieldReader } from './read-fields.ts';

const indexOf = (field: string): number => Number(/^exclusions\.(\d+)\./.exec(field)?.[1] ?? -1);

/** How many exclusions stand in an entry, the empty one at the end among them. */
export const exclusionCount = (entry: Entry): number => Math.max(-1, ...Object.keys(entry).map(indexOf)) + 1;

function readRanges(fields: FieldReader, name: string): Exclusion['diagnoses'] {
  const ranges: { from: string; to: string }[] = [];
  for (let i = 0; i < 100; i += 1) {
    const [from, to] = [fields.text(`${name}.${i}.from`), fields.text(`${name}.${i}.to`)];
    if (from === '' && to === '') continue;
    // One code alone is a range of itself.
    ranges.push({ from: from || to, to: to || from });
  }
  return ranges;
}

function readOne(fields: FieldReader, entry: Entry, i: number): Exclusion | null {
  const name = `exclusions.${i}`;
  if (one(entry, `${name}.remove`) !== '') return null;
  const exclusion = {
    services: fields.rows(`${name}.services`),
    groups: fields.all(`${name}.groups`),
    diagnoses: readRanges(fields, `${name}.diagnoses`),
    wording: fields.text(`${name}.wording`),
  };
  const { services, groups, diagnoses, wording } = exclusion;
  return services.length + groups.length + diagnoses.length === 0 && wording === '' ? null : exclusion;
}

/**
 * Exclusions as they were typed: empty ones are left out, ticked ones removed. The entry that comes back is without them,
 * so that an error's field is the one it is shown beside.
 */
export function readExclusions(sent: Entry): {
  exclusions: Exclusion[] | null;
  entry: Entry;
  errors: FormErrors;
} {
  const fields = new FieldReader(sent);
  const typed = Array.from({ length: exclusionCount(sent) }, (_, i) => readOne(fields, sent, i)).filter(
    (each) => each !== null,
  );
  const parsed = exclusionsForm.safeParse(typed);
  const shape = parsed.success ? {} : formErrors(parsed.error);
  const errors = Object.entries(shape).map(([field, message]) => [
    fieldOfForm(`exclusions.${field}`),
    message,
  ]);
  return {
    exclusions: parsed.success ? parsed.data : null,
    entry: entryOfExclusions(typed),
    errors: Object.fromEntries(errors),
  };
}

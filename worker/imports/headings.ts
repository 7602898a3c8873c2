import { headingOf, type ImportColumn, ignoredColumns } from '../../schema/imports/columns.ts';
import type { FileFault } from './decode.ts';

const quotedList = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

/** Which of a kind's columns stands at each place of the file; null: it is read over. */
export function placesOf(
  header: readonly string[],
  columns: readonly ImportColumn[],
): (string | null)[] | FileFault {
  const names = header.map(headingOf);
  const known = new Set([...columns.map(({ name }) => name), ...ignoredColumns]);
  const unnamed = names.indexOf('');
  const unknown = header.filter((_, i) => names[i] !== '' && !known.has(names[i] ?? ''));
  const twice = names.filter((name, i) => name !== '' && names.indexOf(name) !== i);
  const missing = columns.filter(({ name, required }) => required && !names.includes(name));
  const faults = [
    ...(unnamed >= 0 ? [`Column ${unnamed + 1} has no heading: name it, or take it out.`] : []),
    ...(unknown.length > 0
      ? [
          `Nothing is known by the heading ${quotedList(unknown)}: rename it as in the template, or take it out.`,
        ]
      : []),
    ...(twice.length > 0 ? [`The heading ${quotedList(twice)} stands there twice: take one out.`] : []),
    ...(missing.length > 0
      ? [`The heading ${quotedList(missing.map(({ name }) => name))} is missing: add it, as in the template.`]
      : []),
  ];
  if (faults.length > 0) return { fault: faults.join(' ') };
  const own = new Set(columns.map(({ name }) => name));
  return names.map((name) => (own.has(name) ? name : null));
}

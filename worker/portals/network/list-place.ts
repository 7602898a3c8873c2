import type { PlaceInList } from '../../directory/listed.ts';

/** Where a page of a list by name ended, as it stands in an address. */
export const writePlace = (place: PlaceInList | null): string | null =>
  place === null ? null : `${place.id}~${place.name}`;

/** Reads it back; null: the first page. */
export function readPlace(text: string | undefined): PlaceInList | null {
  const [, id, name] = /^([0-9A-Za-z-]{1,40})~(.{1,200})$/s.exec(text ?? '') ?? [];
  return id === undefined || name === undefined ? null : { id, name };
}
